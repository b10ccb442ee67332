/* The frame: sidebar, menus, messages, and the keys that work on every page. */
(() => {
    const body = document.body;
    const button = document.querySelector(".nav-toggle");
    const sidebar = document.querySelector(".sidebar");
    const around = document.querySelectorAll(".skip-to-content-link, .topbar, main.content");

    // The drawer of small windows: while it is open, nothing else can be reached.
    const setOpen = (open) => {
        if (!button || body.classList.contains("nav-open") === open) {
            return;
        }
        body.classList.toggle("nav-open", open);
        button.setAttribute("aria-expanded", String(open));
        for (const part of around) {
            part.inert = open;
        }
        if (open) {
            const now = sidebar.querySelector(".is-current > a.nav-link");
            (now || sidebar.querySelector("a.nav-link")).focus();
        } else {
            button.focus();
        }
    };
    const pressed = (element, act) => {
        element?.addEventListener("click", (event) => {
            event.preventDefault();
            act();
        });
        element?.addEventListener("keydown", (event) => {
            if (event.key === " ") {
                event.preventDefault();
                act();
            }
        });
    };
    pressed(button, () => setOpen(!body.classList.contains("nav-open")));
    pressed(sidebar?.querySelector(".nav-close"), () => setOpen(false));
    document.addEventListener("click", (event) => {
        if (!event.target.closest(".sidebar, .nav-toggle")) {
            setOpen(false);
        }
    });
    window.matchMedia("(min-width: 901px)").addEventListener("change", () => {
        setOpen(false);
    });

    // Groups stay as one leaves them; the group one is in is open.
    for (const group of document.querySelectorAll(".nav-group")) {
        const name = `chancery.nav.${group.dataset.group}`;
        if (localStorage.getItem(name) && !group.querySelector(".is-current")) {
            group.open = false;
        }
        group.querySelector("summary").addEventListener("click", () => {
            if (group.open) {
                localStorage.setItem(name, "closed");
            } else {
                localStorage.removeItem(name);
            }
        });
    }
    const current = sidebar?.querySelector(".is-current");
    if (current) {
        const box = current.getBoundingClientRect();
        if (box.bottom > sidebar.getBoundingClientRect().bottom) {
            sidebar.scrollTop += box.top - sidebar.clientHeight / 2;
        }
    }

    const closeMenus = (except) => {
        for (const menu of document.querySelectorAll("details.menu[open]")) {
            if (menu !== except) {
                if (menu.contains(document.activeElement)) {
                    menu.querySelector("summary").focus();
                }
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
            setOpen(false);
        }
    });

    for (const close of document.querySelectorAll(".message-close")) {
        close.hidden = false;
        close.addEventListener("click", () => {
            const list = close.closest("ul");
            close.closest("li").remove();
            if (!list.children.length) {
                list.parentElement.remove();
            }
        });
    }

    // A refused form begins where it says why.
    document.getElementById("error-summary")?.focus();

    // The slash goes where one searches: the list's own box, else the palette.
    document.addEventListener("keydown", (event) => {
        const typing = event.target.closest?.(
            "input, textarea, select, [contenteditable], dialog, .select2-container"
        );
        if (event.key !== "/" || typing || event.ctrlKey || event.metaKey) {
            return;
        }
        event.preventDefault();
        const box = document.getElementById("searchbar");
        if (box) {
            box.focus();
            box.select();
        } else {
            document.querySelector(".jump-open")?.click();
        }
    });

    // Ctrl+Enter does what the page is for, also where it asks one question only.
    document.addEventListener("keydown", (event) => {
        const wanted = event.key === "Enter" && (event.ctrlKey || event.metaKey);
        if (!wanted || event.altKey || event.defaultPrevented || document.querySelector("dialog[open]")) {
            return;
        }
        const form = document.querySelector("#rows_form, form.deed");
        const button = form?.querySelector("button[type=submit]:is(.btn-primary, .btn-danger)");
        if (button && (form.contains(event.target) || event.target === document.body)) {
            event.preventDefault();
            form.requestSubmit(button);
        }
    });

    // What one looked at is nobody else's business, once one has gone.
    const forget = () => {
        for (const key of Object.keys(localStorage)) {
            if (key.startsWith("chancery.recent.")) {
                localStorage.removeItem(key);
            }
        }
    };
    if (body.classList.contains("login")) {
        forget();
    }
    document.querySelector("form.log-out")?.addEventListener("submit", forget);
})();
