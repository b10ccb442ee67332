/* Choosing rows of a list: all at once, counted, the bar in sight when some are. */
const bar = document.querySelector(".bulk-bar");
const all = document.querySelector("#action-toggle");
const boxes = [...document.querySelectorAll(".bulk-one")];

const show = () => {
    const count = boxes.filter((box) => box.checked).length;
    const counter = bar.querySelector(".bulk-count");
    counter.textContent = counter.dataset.text.replace("{count}", String(count));
    bar.hidden = count === 0;
    if (count < boxes.length) {
        bar.querySelector("[name=all]").checked = false;
    }
    // On all pages together makes sense once all of this page are chosen.
    bar.querySelector(".bulk-every").hidden = count < boxes.length;
    if (all) {
        all.checked = count > 0 && count === boxes.length;
        all.indeterminate = count > 0 && count < boxes.length;
    }
};

if (bar && boxes.length) {
    let last = null;
    boxes.forEach((box, place) => {
        box.addEventListener("click", (event) => {
            if (event.shiftKey && last !== null) {
                const [from, to] = [Math.min(last, place), Math.max(last, place)];
                boxes.slice(from, to + 1).forEach((one) => {
                    one.checked = box.checked;
                });
            }
            last = place;
            show();
        });
    });
    if (all) {
        all.addEventListener("change", () => {
            boxes.forEach((box) => {
                box.checked = all.checked;
            });
            show();
        });
    }
    show();
    window.addEventListener("pageshow", show);
}
