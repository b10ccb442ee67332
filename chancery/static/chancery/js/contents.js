/* The contents of a long page: its parts, and where one is. */
(() => {
    const FEWEST = 4;
    const nav = document.querySelector(".contents");
    if (!nav) {
        return;
    }
    const headings = [...document.querySelectorAll(
        "#content-main .card[aria-label], #content-main .card > h2, #content-main .module > h2, " +
        "#content-main .module > details > summary > h2, " +
        "#content-main form > div > .module:not([aria-labelledby])"
    )].filter((one) => one.getClientRects().length);
    if (headings.length < FEWEST) {
        return;
    }
    const items = headings.map((heading, number) => {
        heading.id = heading.id || `part-${number}`;
        const text = heading.getAttribute("aria-label") ||
            [...heading.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE)
                .map((node) => node.textContent).join("").trim() || nav.dataset.first;
        const box = heading.closest(".module, .card");
        const link = document.createElement("a");
        link.href = `#${heading.id}`;
        link.textContent = text;
        if (box.querySelector(".errorlist")) {
            link.className = "has-errors";
        }
        link.addEventListener("click", () => {
            const folded = box.querySelector(":scope > details:not([open])");
            if (folded) {
                folded.open = true;
            }
        });
        return {heading, box, link};
    });
    const list = document.createElement("ol");
    for (const {link} of items) {
        const row = document.createElement("li");
        row.append(link);
        list.append(row);
    }
    nav.append(list);
    nav.hidden = false;

    // Where one is: the last part that has begun above the middle of the window.
    let waiting = false;
    const mark = () => {
        waiting = false;
        const line = window.innerHeight / 3;
        let now = items[0];
        for (const item of items) {
            if (item.box.getBoundingClientRect().top <= line) {
                now = item;
            }
        }
        for (const item of items) {
            if (item !== now) {
                item.link.removeAttribute("aria-current");
            } else if (!item.link.hasAttribute("aria-current")) {
                item.link.setAttribute("aria-current", "location");
                const box = item.link.getBoundingClientRect();
                const frame = nav.getBoundingClientRect();
                if (box.left < frame.left || box.right > frame.right) {
                    nav.scrollLeft += box.left - frame.left - 16;
                }
            }
        }
    };
    document.addEventListener("scroll", () => {
        if (!waiting) {
            waiting = true;
            requestAnimationFrame(mark);
        }
    }, {passive: true});
    mark();
})();
