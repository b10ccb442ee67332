/* Rows that are added from a template and struck out, and the keys for it.

   A container names its rows by data-rows; its template's __prefix__ becomes the number.
   A new row is told as the event "row-added" on the row. */
(() => {
    const holder = (prefix) => document.querySelector(`[data-rows="${prefix}"]`);
    const total = (rows) => rows.querySelector("[name$='-TOTAL_FORMS']");

    const renumber = (rows) => {
        [...rows.querySelectorAll("[data-row]")].forEach((row, index) => {
            const number = row.querySelector("[data-number]");
            number.textContent = index + 1;
            row.setAttribute("aria-label", `${rows.dataset.label} ${index + 1}`);
        });
    };

    const add = (prefix, {focus = true} = {}) => {
        const rows = holder(prefix);
        const next = Number(total(rows).value);
        if (next >= Number(rows.dataset.most)) {
            return null;
        }
        const template = rows.querySelector("template");
        const made = document.createElement("div");
        made.innerHTML = template.innerHTML
            .replaceAll("__prefix__", next)
            .replaceAll("__number__", next + 1);
        const row = made.firstElementChild;
        template.before(row);
        total(rows).value = next + 1;
        renumber(rows);
        row.dispatchEvent(new CustomEvent("row-added", {bubbles: true}));
        if (focus) {
            row.querySelector(".field input:not([type=hidden]), .field select").focus();
        }
        return row;
    };

    const isEmpty = (row) =>
        [...row.querySelectorAll(".field :is(input, textarea):not([type=hidden])")].every(
            (box) => (box.type === "checkbox" ? !box.checked : !box.value),
        );

    const strike = (row) => {
        const box = row.querySelector("[name$='-DELETE']");
        box.checked = !box.checked;
        box.dispatchEvent(new Event("change", {bubbles: true}));
    };

    document.addEventListener("click", (event) => {
        const button = event.target.closest("[data-add-row]");
        if (button) {
            add(button.dataset.addRow);
        }
    });

    document.addEventListener("change", (event) => {
        if (event.target.name?.endsWith("-DELETE")) {
            const row = event.target.closest("[data-row]");
            row?.classList.toggle("is-struck-out", event.target.checked);
        }
    });

    document.addEventListener("keydown", (event) => {
        if (!event.altKey || event.ctrlKey || event.metaKey) {
            return;
        }
        const part = event.target.closest?.("[data-part]");
        if (event.code === "KeyN") {
            const rows = part?.querySelector("[data-rows]");
            if (rows) {
                event.preventDefault();
                add(rows.dataset.rows);
            }
        } else if (event.code === "KeyX") {
            const row = event.target.closest?.("[data-row]");
            if (row) {
                event.preventDefault();
                strike(row);
            }
        } else if (event.key === "PageDown" || event.key === "PageUp") {
            const parts = [...document.querySelectorAll("[data-part]")];
            const at = parts.indexOf(part);
            const next = parts[event.key === "PageDown" ? at + 1 : Math.max(at - 1, 0)];
            const box = next?.querySelector(
                ":is(input, select, textarea):not([type=hidden])",
            );
            if (box) {
                event.preventDefault();
                box.focus();
                next.scrollIntoView({block: "start"});
            }
        }
    });

    document.addEventListener("add-row", (event) => {
        // Another script wants a row: it gets it back in the event's detail.
        event.detail.row = add(event.detail.prefix, {focus: false});
    });

    const setUp = () => {
        for (const button of document.querySelectorAll("[data-add-row]")) {
            button.hidden = false;
        }
        for (const rows of document.querySelectorAll("[data-rows]")) {
            // Spare empty rows are for browsers without scripts; one is left to type in.
            const all = [...rows.querySelectorAll("[data-row]")];
            const empty = all.filter(isEmpty).length;
            let spare = empty - (empty < all.length ? 0 : Number(rows.dataset.keep));
            for (const row of all.reverse()) {
                if (spare > 0 && isEmpty(row) && !row.matches(":focus-within")) {
                    row.remove();
                    total(rows).value = Number(total(rows).value) - 1;
                    spare -= 1;
                } else {
                    break;
                }
            }
            for (const box of rows.querySelectorAll("[name$='-DELETE']:checked")) {
                box.closest("[data-row]").classList.add("is-struck-out");
            }
        }
    };
    document.addEventListener("rows-replaced", setUp);
    setUp();
})();
