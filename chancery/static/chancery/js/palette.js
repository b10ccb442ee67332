/* The command palette: Ctrl+K, arrows, Enter, Esc. */
(() => {
    const dialog = document.getElementById("palette");
    const opener = document.querySelector(".jump-open");
    if (!dialog || !opener) {
        return;
    }
    const say = dialog.dataset;
    const field = dialog.querySelector("input");
    const list = dialog.querySelector(".palette-list");
    const note = dialog.querySelector(".palette-note");
    const status = dialog.querySelector(".palette-status");
    const offers = window.chanceryOffers;
    const WAIT = 140;
    let shown = [];
    let chosen = -1;
    let asking = null;
    let timer = 0;
    let records = [];
    let failed = false;
    let moved = false;

    // With script, the box in the bar opens the palette.
    document.getElementById("jump-field").hidden = true;
    document.querySelector('label[for="jump-field"]').hidden = true;
    opener.hidden = false;
    opener.form.hidden = false;
    if (/Mac|iPhone|iPad/.test(navigator.platform)) {
        opener.querySelector("kbd").textContent = "⌘ K";
    }

    const make = (tag, attributes = {}, ...children) => {
        const element = document.createElement(tag);
        for (const [name, value] of Object.entries(attributes)) {
            element.setAttribute(name, value);
        }
        element.append(...children);
        return element;
    };
    const picture = (name) => {
        const space = "http://www.w3.org/2000/svg";
        const svg = document.createElementNS(space, "svg");
        svg.setAttribute("class", "icon");
        svg.setAttribute("aria-hidden", "true");
        const use = document.createElementNS(space, "use");
        use.setAttribute("href", `${say.icons}#${name}`);
        svg.append(use);
        return svg;
    };

    const choose = (index) => {
        const options = list.querySelectorAll('[role="option"]');
        options[chosen]?.setAttribute("aria-selected", "false");
        chosen = index;
        const option = options[index];
        if (option) {
            option.setAttribute("aria-selected", "true");
            option.scrollIntoView({block: "nearest"});
            field.setAttribute("aria-activedescendant", option.id);
        } else {
            field.removeAttribute("aria-activedescendant");
        }
    };

    const go = (entry, elsewhere) => {
        if (!entry) {
            return;
        }
        if (elsewhere && entry.url) {
            window.open(entry.url, "_blank", "noopener");
            return;
        }
        dialog.close();
        if (entry.run) {
            entry.run();
        } else {
            location.assign(entry.url);
        }
    };

    const option = (entry, index) => {
        const row = make(
            "div",
            {role: "option", id: `palette-${index}`, "aria-selected": "false"},
            picture(entry.icon),
            make("span", {class: "palette-title"}, entry.title)
        );
        if (entry.detail) {
            row.append(make("span", {class: "palette-detail"}, entry.detail));
        }
        row.addEventListener("click", (event) => {
            go(entry, event.ctrlKey || event.metaKey);
        });
        row.addEventListener("mousemove", () => {
            if (chosen !== index) {
                choose(index);
            }
        });
        return row;
    };

    const groups = (text) => {
        if (!text) {
            return [
                [say.recent, offers.recent()],
                [say.here, offers.here()],
                [say.actions, offers.actions().slice(0, 4)],
                [say.pages, offers.pages()],
            ];
        }
        const everything = say.search && [{
            title: say.everything.replace("%s", text),
            detail: "",
            icon: "search",
            url: `${say.search}?q=${encodeURIComponent(text)}`,
            run: null,
        }];
        return [
            [say.here, offers.fitting(offers.here(), text)],
            [say.pages, offers.fitting(offers.pages(), text).slice(0, 6)],
            [say.actions, offers.fitting(offers.actions(), text).slice(0, 6)],
            ...records,
            ["", everything || []],
        ];
    };

    const draw = () => {
        const text = field.value.trim();
        // Who has moved already keeps the choice when records come in.
        const kept = moved && shown[chosen]?.title;
        shown = [];
        list.replaceChildren();
        groups(text).forEach(([label, entries], number) => {
            if (!entries.length) {
                return;
            }
            const group = make("div", {class: "palette-group", role: "group"});
            if (label) {
                const id = `palette-group-${number}`;
                group.setAttribute("aria-labelledby", id);
                group.append(make("div", {id, role: "presentation"}, label));
            }
            for (const entry of entries) {
                group.append(option(entry, shown.length));
                shown.push(entry);
            }
            list.append(group);
        });
        chosen = -1;
        const again = shown.findIndex((entry) => entry.title === kept);
        choose(text && again > 0 ? again : 0);
        note.textContent = failed ? say.failed : shown.length ? "" : say.none;
        status.textContent = failed ? say.failed : !text ? "" : !shown.length ? say.none
            : shown.length === 1 ? say.foundOne : say.found.replace("%s", shown.length);
    };

    // Records are asked for when one stops typing; an older answer is not waited for.
    const ask = async (text) => {
        asking = new AbortController();
        const mine = asking;
        try {
            const answer = await fetch(
                `${say.jump}?q=${encodeURIComponent(text)}`,
                {signal: mine.signal, headers: {Accept: "application/json"}}
            );
            if (!answer.ok || answer.redirected) {
                throw new Error(String(answer.status));
            }
            const found = await answer.json();
            records = found.groups.map((group) => [group.label, group.hits.map((hit) => ({
                title: hit.title,
                detail: [hit.detail, hit.reference].filter(Boolean).join(" · "),
                icon: "document",
                url: hit.url,
                run: null,
            }))]);
            failed = false;
        } catch (error) {
            if (error.name === "AbortError") {
                return;
            }
            records = [];
            failed = true;
        }
        if (mine === asking) {
            draw();
        }
    };

    const typed = () => {
        clearTimeout(timer);
        asking?.abort();
        asking = null;
        failed = false;
        moved = false;
        const text = field.value.trim();
        if (!text || !say.jump) {
            records = [];
        } else if (text.length > 1 || /[^\u0000-\u024f]/.test(text)) {
            timer = setTimeout(() => ask(text), WAIT);
        }
        draw();
    };

    const open = () => {
        if (dialog.open) {
            return;
        }
        field.value = "";
        records = [];
        dialog.showModal();
        field.focus();
        typed();
    };

    opener.addEventListener("click", open);
    dialog.querySelector(".palette-close").addEventListener("click", () => dialog.close());
    dialog.addEventListener("click", (event) => {
        if (event.target === dialog) {
            dialog.close();
        }
    });
    field.addEventListener("input", typed);
    field.addEventListener("keydown", (event) => {
        if (event.isComposing) {
            return;
        }
        const last = shown.length - 1;
        const moves = {
            ArrowDown: chosen < last ? chosen + 1 : 0,
            ArrowUp: chosen > 0 ? chosen - 1 : last,
            PageDown: Math.min(chosen + 8, last),
            PageUp: Math.max(chosen - 8, 0),
        };
        if (event.key in moves) {
            event.preventDefault();
            moved = true;
            choose(moves[event.key]);
        } else if (event.key === "Enter") {
            event.preventDefault();
            go(shown[chosen], event.ctrlKey || event.metaKey);
        }
    });
    document.addEventListener("keydown", (event) => {
        const wanted = event.key.toLowerCase() === "k";
        if (wanted && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey) {
            event.preventDefault();
            if (dialog.open) {
                dialog.close();
            } else {
                open();
            }
        }
    });
})();
