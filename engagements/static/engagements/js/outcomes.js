/* Outcomes typed one per line: Enter, or a paste of several lines, makes rows of them.

   What a line proposes is read by the table that the server reads by, so both say the
   same; each proposal is marked until somebody touches it. */
(() => {
    const form = document.querySelector("#log_form");
    const lines = document.querySelector("#id_outcome_lines");
    if (!form || !lines) {
        return;
    }
    const {stems, together} = JSON.parse(
        document.querySelector("#log-stems").textContent,
    );
    const escaped = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

    const first = (text, table) => {
        let best = null;
        Object.entries(table).forEach(([value, beginnings], rank) => {
            for (const beginning of beginnings) {
                const pattern = `(?<![\\p{L}\\p{N}_])${escaped(beginning)}`;
                const at = text.search(new RegExp(pattern, "iu"));
                if (at >= 0 && (!best || at < best.at)) {
                    best = {at, rank, value};
                }
            }
        });
        return best?.value;
    };

    const read = (line) => {
        let text = line.replace(/^\s*(?:[-–—*•·○□▪]|\d{1,3}[.)])\s*/u, "").trim();
        let paragraph = "";
        const found = text.match(/\s*[¶#]\s*(\d{1,4})\s*$/u);
        if (found) {
            text = text.slice(0, found.index).trim();
            paragraph = found[1];
        }
        const proposed = {};
        for (const [name, table] of Object.entries(stems)) {
            const value = first(text, table);
            if (value) {
                proposed[name] = value;
            }
        }
        if (together.includes(proposed.wording)) {
            proposed.side = "mutual";
        }
        return {text, paragraph, proposed};
    };

    const addRow = (line) => {
        const {text, paragraph, proposed} = read(line);
        if (!text) {
            return null;
        }
        const detail = {prefix: "outcomes"};
        document.dispatchEvent(new CustomEvent("add-row", {detail}));
        const row = detail.row;
        if (!row) {
            return null;
        }
        const box = (name) => row.querySelector(`[name$='-${name}']`);
        const longest = box("title").maxLength;
        box("title").value = text.slice(0, longest);
        if (text.length > longest) {
            box("as_worded").value = text;
        }
        box("paragraph").value = paragraph;
        for (const [name, value] of Object.entries(proposed)) {
            box(name).value = value;
            form.dispatchEvent(
                new CustomEvent("propose", {detail: {box: box(name), name}}),
            );
        }
        return row;
    };

    const takeLines = (text) => {
        const rest = [];
        let count = 0;
        for (const line of text.split(/\r?\n/)) {
            if (line.trim()) {
                if (addRow(line)) {
                    count += 1;
                } else {
                    rest.push(line);
                }
            }
        }
        lines.value = rest.join("\n");
        if (count) {
            document.querySelector("[data-status]").textContent =
                form.dataset.textRows.replace("{count}", count);
            form.dispatchEvent(new CustomEvent("counted"));
        }
    };

    lines.addEventListener("keydown", (event) => {
        if (event.key === "Enter" && !event.isComposing && !event.ctrlKey) {
            event.preventDefault();
            takeLines(lines.value);
        }
    });
    lines.addEventListener("input", () => {
        if (lines.value.includes("\n")) {
            takeLines(lines.value);
        }
    });
    form.addEventListener("submit", (event) => {
        if (lines.value.trim() && event.submitter?.name !== "_fill") {
            takeLines(lines.value);
        }
    });
})();
