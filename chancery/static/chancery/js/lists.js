/* A list too wide for its window scrolls by itself; others keep their head in sight. */
(() => {
    const box = document.querySelector("#changelist .results");
    const table = document.getElementById("result_list");
    if (!box || !table) {
        return;
    }
    // A card on a phone does not name what is not known.
    for (const cell of table.querySelectorAll("tbody td")) {
        cell.classList.toggle("is-empty", ["", "–"].includes(cell.textContent.trim()));
    }

    const measure = () => {
        const wide = table.scrollWidth > box.clientWidth + 1;
        box.classList.toggle("is-too-wide", wide);
        // What scrolls must be reached by keyboard.
        if (wide) {
            box.tabIndex = 0;
        } else {
            box.removeAttribute("tabindex");
        }
    };
    new ResizeObserver(measure).observe(box);
    measure();
})();
