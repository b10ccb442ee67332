/* A list too wide for its window scrolls by itself; others keep their head in sight. */
(() => {
    const box = document.querySelector("#changelist .results");
    const table = document.getElementById("result_list");
    if (!box || !table) {
        return;
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
