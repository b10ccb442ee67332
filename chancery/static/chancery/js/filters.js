/* Filters of a list: the drawer closes, and long choices are looked for by typing. */
(() => {
    const drawer = document.querySelector(".filter-drawer");
    if (!drawer) {
        return;
    }
    const MOST = 12;
    const summary = drawer.querySelector("summary");
    const close = drawer.querySelector(".filter-close");
    const phone = window.matchMedia("(max-width: 640px)");
    const shut = (refocus) => {
        drawer.open = false;
        if (refocus) {
            summary.focus();
        }
    };
    if (phone.matches) {
        for (const group of drawer.querySelectorAll(".filter-groups details:not(.is-set)")) {
            group.open = false;
        }
    }
    close.addEventListener("click", (event) => {
        event.preventDefault();
        shut(true);
    });
    document.addEventListener("click", (event) => {
        if (drawer.open && !event.target.closest(".filter-drawer") && event.target.isConnected) {
            shut(false);
        }
    });
    drawer.addEventListener("keydown", (event) => {
        if (event.key === "Escape" && drawer.open) {
            event.stopPropagation();
            shut(true);
        }
    });
    // On a phone the drawer covers the page: what lies beneath is out of reach.
    drawer.addEventListener("toggle", () => {
        const covers = drawer.open && phone.matches;
        document.body.classList.toggle("is-covered", covers);
        if (covers) {
            close.focus();
        }
        const beneath = ".topbar, .sidebar, .page-head, .list-search, .changelist-form-container";
        for (const part of document.querySelectorAll(beneath)) {
            part.inert = covers;
        }
    }, true);

    const enhance = (form) => {
        const select = form.querySelector("select");
        const hidden = [...form.querySelectorAll('input[type="hidden"]')];
        const options = [...select.options].map((option) => ({
            value: option.value,
            label: option.textContent,
            selected: option.selected,
        }));
        const find = document.createElement("input");
        find.type = "search";
        find.className = "filter-find";
        find.setAttribute("aria-label", form.dataset.find);
        find.placeholder = form.dataset.find;
        find.autocomplete = "off";
        const list = document.createElement("ul");
        const more = document.createElement("p");
        more.className = "filter-more";
        more.setAttribute("role", "status");
        form.replaceWith(find, list, more);

        const address = (value) => {
            const query = new URLSearchParams(hidden.map((one) => [one.name, one.value]));
            if (value) {
                query.set(select.name, value);
            }
            return `?${query}`;
        };
        const draw = () => {
            const text = find.value.trim().toLocaleLowerCase();
            const fitting = options.filter(
                (option) => option.label.toLocaleLowerCase().includes(text)
            );
            if (!text) {
                fitting.sort((one, other) => other.selected - one.selected);
            }
            list.replaceChildren(...fitting.slice(0, MOST).map((option) => {
                const row = document.createElement("li");
                const link = document.createElement("a");
                link.href = address(option.value);
                link.textContent = option.label;
                if (option.selected) {
                    row.className = "selected";
                    link.setAttribute("aria-current", "true");
                }
                row.append(link);
                return row;
            }));
            const rest = fitting.length - MOST;
            more.textContent = rest > 0 ? form.dataset.more.replace("%s", rest)
                : fitting.length ? "" : form.dataset.none;
        };
        find.addEventListener("input", draw);
        find.addEventListener("keydown", (event) => {
            const first = list.querySelector("a");
            if (event.key === "Enter") {
                event.preventDefault();
                if (find.value.trim()) {
                    first?.click();
                }
            } else if (event.key === "ArrowDown" && first) {
                event.preventDefault();
                first.focus();
            }
        });
        list.addEventListener("keydown", (event) => {
            const steps = {ArrowDown: "nextElementSibling", ArrowUp: "previousElementSibling"};
            if (event.key in steps) {
                event.preventDefault();
                const row = event.target.closest("li")[steps[event.key]];
                (row?.querySelector("a") || (event.key === "ArrowUp" ? find : null))?.focus();
            }
        });
        draw();
    };
    for (const form of drawer.querySelectorAll("form.filter-pick")) {
        enhance(form);
    }
})();
