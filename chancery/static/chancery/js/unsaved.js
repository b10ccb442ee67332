/* The save bar says how much is not saved yet; Ctrl+S and Ctrl+Enter save. */
(() => {
    const state = document.querySelector(".save-state");
    const form = state?.closest("form");
    if (!form) {
        return;
    }
    const PASSED_OVER = /^csrfmiddlewaretoken$|seen_version$|_FORMS$|^change_reason$|__prefix__/;
    const begun = new Map();
    const valueOf = (element) => {
        if (element.type === "checkbox" || element.type === "radio") {
            return element.checked ? element.value : "";
        }
        if (element.type === "select-multiple") {
            return [...element.selectedOptions].map((one) => one.value).join(",");
        }
        return element.value;
    };
    const fields = () => [...form.elements].filter((element) => (
        element.name && !PASSED_OVER.test(element.name) &&
        !["submit", "button", "file", "fieldset"].includes(element.type)
    ));
    const remember = () => {
        for (const element of fields()) {
            const key = element.type === "radio" ? `${element.name}=${element.value}` : element.name;
            if (!begun.has(key)) {
                begun.set(key, valueOf(element));
            }
        }
    };
    const count = () => {
        const changed = new Set();
        for (const element of fields()) {
            const key = element.type === "radio" ? `${element.name}=${element.value}` : element.name;
            if (valueOf(element) !== (begun.get(key) ?? "")) {
                // A date and its time are one field in two boxes.
                changed.add(element.name.replace(/_[01]$/, ""));
            }
        }
        const number = changed.size;
        const refused = "unsaved" in state.dataset;
        const text = number === 1 ? state.dataset.one
            : number ? state.dataset.many.replace("%s", number)
            : refused ? state.dataset.refused : "";
        if (state.textContent !== text) {
            state.textContent = text;
        }
        state.classList.toggle("is-unsaved", Boolean(text));
        form.classList.toggle("is-clean", !text);
        form.dataset.changed = String(number);
    };
    let waiting = false;
    const soon = () => {
        if (!waiting) {
            waiting = true;
            requestAnimationFrame(() => {
                waiting = false;
                count();
            });
        }
    };
    remember();
    count();
    form.addEventListener("input", soon);
    form.addEventListener("change", soon);
    form.addEventListener("reset", soon);
    // Django's boxes to choose records from tell jQuery alone.
    window.django?.jQuery?.(form).on("change", soon);
    document.addEventListener("formset:added", () => {
        remember();
        soon();
    });
    document.addEventListener("formset:removed", soon);

    document.addEventListener("keydown", (event) => {
        if (!(event.ctrlKey || event.metaKey) || event.altKey || document.querySelector("dialog[open]")) {
            return;
        }
        const name = {s: "_continue", Enter: "_save"}[event.key];
        const button = name && (
            form.querySelector(`.submit-row button[name="${name}"]`) ||
            form.querySelector('.submit-row button[name="_save"]')
        );
        if (button) {
            event.preventDefault();
            form.requestSubmit(button);
        }
    });
})();
