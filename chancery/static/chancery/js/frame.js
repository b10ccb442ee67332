/* The frame: the sidebar on small windows, and menus that close. */
(() => {
    const button = document.querySelector(".nav-toggle");
    const setOpen = (open) => {
        document.body.classList.toggle("nav-open", open);
        button.setAttribute("aria-expanded", String(open));
    };
    if (button) {
        button.addEventListener("click", () => {
            setOpen(!document.body.classList.contains("nav-open"));
        });
        document.addEventListener("click", (event) => {
            const inside = event.target.closest(".sidebar, .nav-toggle");
            if (!inside && document.body.classList.contains("nav-open")) {
                setOpen(false);
            }
        });
    }

    const closeMenus = (except) => {
        for (const menu of document.querySelectorAll("details.menu[open]")) {
            if (menu !== except) {
                menu.open = false;
            }
        }
    };
    document.addEventListener("click", (event) => {
        closeMenus(event.target.closest("details.menu"));
    });
    document.addEventListener("keydown", (event) => {
        if (event.key === "Escape") {
            closeMenus(null);
            if (button) {
                setOpen(false);
            }
        }
    });

    // The current entry is in sight when the sidebar is longer than the window.
    const current = document.querySelector(".sidebar .is-current");
    if (current) {
        current.scrollIntoView({block: "nearest"});
    }
})();
