/* Boxes that choose a record: words are typed, what fits is offered below.

   Follows the combobox pattern of the ARIA authoring practices. A choice is told as the
   event "chosen" on the box, with what the server said of the record as its detail; a
   cleared box tells null. Boxes that are added later work too: all is delegated. */
(() => {
    const WAIT = 160;
    const lists = new WeakMap();
    let asked = 0;
    let count = 0;

    const isBox = (node) => node instanceof HTMLInputElement && node.dataset.choosing;
    const referenceOf = (box) =>
        box.closest(".choosing").querySelector("[data-choosing-reference]");

    const listOf = (box) => {
        let list = lists.get(box);
        if (!list) {
            list = document.createElement("ul");
            list.className = "choosing-list";
            list.id = `choosing-${++count}`;
            list.setAttribute("role", "listbox");
            list.setAttribute("aria-label", box.labels[0]?.textContent.trim() || "");
            list.hidden = true;
            box.closest(".choosing").append(list);
            lists.set(box, list);
            list.addEventListener("mousedown", (event) => {
                // Before the box loses its focus.
                event.preventDefault();
                const option = event.target.closest("[role=option]");
                if (option) {
                    choose(box, option.record);
                }
            });
        }
        return list;
    };

    const prepare = (box) => {
        if (box.getAttribute("role") === "combobox") {
            return;
        }
        box.setAttribute("role", "combobox");
        box.setAttribute("aria-autocomplete", "list");
        box.setAttribute("aria-expanded", "false");
        box.setAttribute("aria-controls", listOf(box).id);
        box.chosenWords = referenceOf(box).value ? box.value : "";
    };

    const close = (box) => {
        const list = lists.get(box);
        if (list) {
            list.hidden = true;
            box.setAttribute("aria-expanded", "false");
            box.removeAttribute("aria-activedescendant");
        }
    };

    const mark = (box, index) => {
        const options = [...listOf(box).children];
        if (!options.length) {
            return;
        }
        const at = (index + options.length) % options.length;
        options.forEach((option, position) => {
            option.setAttribute("aria-selected", String(position === at));
        });
        box.setAttribute("aria-activedescendant", options[at].id);
        options[at].scrollIntoView({block: "nearest"});
    };

    const marked = (box) =>
        [...listOf(box).children].findIndex(
            (option) => option.getAttribute("aria-selected") === "true",
        );

    const choose = (box, record) => {
        prepare(box);
        referenceOf(box).value = record ? record.id : "";
        if (record) {
            box.value = record.text;
        }
        box.chosenWords = record ? record.text : "";
        close(box);
        box.dispatchEvent(new CustomEvent("chosen", {bubbles: true, detail: record}));
    };

    const show = (box, records) => {
        const list = listOf(box);
        list.replaceChildren(
            ...records.map((record, position) => {
                const option = document.createElement("li");
                option.id = `${list.id}-${position}`;
                option.setAttribute("role", "option");
                option.record = record;
                option.append(record.text);
                if (record.hint) {
                    const hint = document.createElement("span");
                    hint.className = "choosing-hint";
                    hint.append(record.hint);
                    option.append(hint);
                }
                return option;
            }),
        );
        list.hidden = !records.length;
        box.setAttribute("aria-expanded", String(!list.hidden));
        mark(box, 0);
    };

    const search = async (box) => {
        const mine = ++asked;
        const query = new URLSearchParams({
            model: box.dataset.model,
            term: box.value,
        });
        if (box.dataset.own) {
            query.set("own", "1");
        }
        const on = document.querySelector("[data-choosing-on]")?.value;
        if (on) {
            query.set("on", on);
        }
        try {
            const answer = await fetch(`${box.dataset.choosing}?${query}`);
            const records = answer.ok ? (await answer.json()).results : [];
            if (mine === asked && document.activeElement === box) {
                show(box, records);
                if (box.wantsFirst) {
                    box.wantsFirst = false;
                    if (records.length) {
                        choose(box, records[0]);
                    }
                }
            }
        } catch {
            // Without the server the words are looked up when the page is sent.
            close(box);
        }
    };

    const later = (box) => {
        clearTimeout(box.choosingTimer);
        box.isAsking = true;
        box.choosingTimer = setTimeout(async () => {
            await search(box);
            box.isAsking = false;
        }, WAIT);
    };

    document.addEventListener("focusin", (event) => {
        if (isBox(event.target)) {
            prepare(event.target);
        }
    });

    document.addEventListener("input", (event) => {
        const box = event.target;
        if (!isBox(box)) {
            return;
        }
        prepare(box);
        if (!event.isTrusted) {
            // Another script put both words and reference back.
            box.chosenWords = referenceOf(box).value ? box.value : "";
            return;
        }
        if (referenceOf(box).value && box.value !== box.chosenWords) {
            choose(box, null);
        }
        if (box.value.trim()) {
            later(box);
        } else {
            clearTimeout(box.choosingTimer);
            box.isAsking = false;
            close(box);
        }
    });

    document.addEventListener("keydown", (event) => {
        const box = event.target;
        if (!isBox(box) || event.ctrlKey || event.metaKey || event.isComposing) {
            return;
        }
        const list = listOf(box);
        const isOpen = !list.hidden;
        if (event.key === "ArrowDown" && !event.altKey) {
            event.preventDefault();
            if (isOpen) {
                mark(box, marked(box) + 1);
            } else {
                later(box);
            }
        } else if (event.key === "ArrowUp" && isOpen) {
            event.preventDefault();
            mark(box, marked(box) - 1);
        } else if (event.key === "Enter") {
            event.preventDefault();
            if (isOpen && !box.isAsking) {
                choose(box, list.children[Math.max(marked(box), 0)].record);
            } else if (box.isAsking) {
                // Typed faster than the server answers: take the first that fits.
                box.wantsFirst = true;
            }
        } else if (event.key === "Escape" && isOpen) {
            event.preventDefault();
            event.stopPropagation();
            close(box);
        } else if (event.key === "Tab") {
            box.wantsFirst = false;
        }
    });

    document.addEventListener("focusout", (event) => {
        const box = event.target;
        if (!isBox(box)) {
            return;
        }
        const list = lists.get(box);
        // One match only: that is what was meant.
        if (list && !list.hidden && list.children.length === 1 && !box.isAsking) {
            choose(box, list.children[0].record);
        }
        close(box);
    });

    document.addEventListener("choose", (event) => {
        // Another script chooses: detail is {id, text}.
        if (isBox(event.target)) {
            choose(event.target, event.detail);
        }
    });
})();
