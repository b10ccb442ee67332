/* Django's boxes to choose records from get the names of the fields they stand for. */
(() => {
    const $ = window.django?.jQuery;
    const nameOf = (select) => {
        const label = select.labels?.[0] || document.querySelector(`label[for="${select.id}"]`);
        const cell = select.closest("[data-label]");
        return select.getAttribute("aria-label") || label?.textContent.trim() ||
            cell?.dataset.label || "";
    };
    const name = (root) => {
        for (const select of root.querySelectorAll("select.admin-autocomplete")) {
            const box = select.parentElement.querySelector(".select2-selection");
            const said = nameOf(select);
            if (!box || !said) {
                continue;
            }
            const value = box.querySelector(".select2-selection__rendered");
            const own = `name-${value?.id || select.id}`;
            if (!document.getElementById(own)) {
                const words = document.createElement("span");
                words.id = own;
                words.hidden = true;
                words.textContent = said;
                box.after(words);
            }
            // Text in a box that is a field itself is not another field.
            value?.removeAttribute("role");
            value?.removeAttribute("aria-readonly");
            // The field first, then what is chosen in it.
            box.setAttribute("aria-labelledby", `${own} ${value?.id || ""}`.trim());
            const clear = box.querySelector(".select2-selection__clear");
            clear?.setAttribute("aria-hidden", "true");
        }
    };
    // A date and its time are two boxes under one name.
    for (const box of document.querySelectorAll("p.datetime input:not([type=hidden])")) {
        if (!box.labels.length && !box.hasAttribute("aria-label")) {
            const row = box.closest(".fieldBox, .form-row")?.querySelector("label, legend");
            const before = box.previousSibling?.textContent.trim() ?? "";
            box.setAttribute("aria-label", `${row?.textContent.trim() ?? ""} ${before}`.trim());
        }
    }
    // What Django's box of two lists explains is a picture with a name.
    window.addEventListener("load", () => {
        for (const sign of document.querySelectorAll(".help-tooltip[aria-label]")) {
            sign.setAttribute("role", "img");
        }
    });

    if (!$) {
        return;
    }
    // The boxes are made when the page is ready; so is this, after them.
    $(() => name(document));
    document.addEventListener("formset:added", (event) => setTimeout(() => name(event.target)));
    $(document).on("select2:open", (event) => {
        const field = document.querySelector(".select2-container--open .select2-search__field");
        const list = document.querySelector(".select2-container--open .select2-results__options");
        for (const part of [field, list]) {
            part?.setAttribute("aria-label", nameOf(event.target));
        }
    });
})();
