/* What was typed into a form, as data: told from what the server sent, and put back. */

const SKIPPED = /^(csrfmiddlewaretoken|_.*|initial-.*|(merge|theirs|was):.*)$/;
const BOOKKEEPING = /(^|-)(seen_version|(TOTAL|INITIAL|MIN_NUM|MAX_NUM)_FORMS)$/;

const isKept = (control) => (
    control.name
    && !control.disabled
    && !SKIPPED.test(control.name)
    && !BOOKKEEPING.test(control.name)
    && !["password", "file", "submit", "button", "reset", "image"].includes(control.type)
    && !control.closest("[data-draft-skip]")
);

/** Return a control's value as it is kept; `text` is what a chooser shows for it. */
const valueOf = (control) => {
    if (control.type === "checkbox" || control.type === "radio") {
        return {value: control.checked};
    }
    if (control.tagName === "SELECT") {
        const chosen = [...control.selectedOptions];
        return {
            value: chosen.map((option) => option.value),
            text: chosen.map((option) => option.text),
        };
    }
    return {value: control.value};
};

/** Return what the server sent of a control. */
const sentOf = (control) => {
    if (control.type === "checkbox" || control.type === "radio") {
        return control.defaultChecked;
    }
    if (control.tagName === "SELECT") {
        const sent = [...control.options].filter((option) => option.defaultSelected);
        if (!sent.length && !control.multiple && control.options.length) {
            return [control.options[0].value];
        }
        return sent.map((option) => option.value);
    }
    if (control.type === "hidden") {
        return sentHidden.has(control) ? sentHidden.get(control) : control.value;
    }
    return control.defaultValue;
};

// A hidden box forgets what the server sent as soon as a script sets it.
const sentHidden = new WeakMap();

const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);

const isTyped = (control) => !same(valueOf(control).value, sentOf(control));

const nameIn = (control, start) => {
    const name = control.name.slice(start.length);
    return control.type === "radio" ? `${name}=${control.value}` : name;
};

const groupsOf = (form) => (
    [...form.querySelectorAll(".inline-group[id$='-group']")].map((group) => ({
        group,
        prefix: group.id.slice(0, -"-group".length),
    }))
);

const rowsOf = ({group, prefix}) => {
    const pattern = new RegExp(`^${CSS.escape(prefix)}-\\d+$`);
    return [...group.querySelectorAll(`[id^="${CSS.escape(prefix)}-"]`)]
        .filter((row) => pattern.test(row.id));
};

const controlsOf = (root, start) => (
    [...root.querySelectorAll("input, select, textarea")]
        .filter((control) => isKept(control) && control.name.startsWith(start))
);

const keyOf = (row) => {
    const box = row.querySelector(`[name="${CSS.escape(row.id)}-id"]`);
    return box ? box.value : "";
};

const versionOf = (root, start) => {
    const box = root.querySelector(`[name="${CSS.escape(start)}seen_version"]`);
    return box ? box.value : "";
};

/** Return what a control is called by people. */
const labelOf = (control) => {
    const own = control.labels && control.labels[0];
    const cell = control.closest("td[data-label]");
    const text = (own && own.innerText.trim())
        || control.getAttribute("aria-label")
        || (cell && cell.dataset.label)
        || control.name;
    return text.replace(/\s+/g, " ");
};

const entries = (controls, start) => Object.fromEntries(
    controls.map((control) => (
        [nameIn(control, start), {...valueOf(control), label: labelOf(control)}]
    )),
);

const hasAny = (data) => Object.keys(data).length > 0;

/** Remember what the server sent, as far as the page forgets it. */
export const begin = (form) => {
    for (const control of form.querySelectorAll("input[type=hidden]")) {
        sentHidden.set(control, control.value);
    }
};

/** Return what was typed; `before` is an earlier draft that this page goes on with. */
export const typedIn = (form, before) => {
    const groups = groupsOf(form);
    const inRows = (control) => groups.some(({group}) => group.contains(control));
    const known = (before && before.main && before.main.fields) || {};
    const main = controlsOf(form, "").filter((control) => (
        !inRows(control) && (isTyped(control) || nameIn(control, "") in known)
    ));
    const found = {main: {version: versionOf(form, ""), fields: entries(main, "")}};
    found.rows = groups.flatMap((one) => rowsOf(one).map((row) => {
        const start = `${row.id}-`;
        const key = keyOf(row);
        const controls = controlsOf(row, start)
            .filter((control) => control.name !== `${start}id`);
        const earlier = ((before && before.rows) || [])
            .find((old) => key && old.prefix === one.prefix && old.key === key);
        const typed = controls.filter((control) => (
            isTyped(control) || (earlier && nameIn(control, start) in earlier.fields)
        ));
        // Of a new row all is kept, as soon as anything in it was typed.
        const isNew = !key && isNewRow(controls, one);
        return {
            prefix: one.prefix,
            key,
            version: versionOf(row, start),
            fields: entries(isNew ? controls : typed, start),
        };
    }).filter((row) => (row.key || isNewRowKept(row)) && hasAny(row.fields)));
    found.isEmpty = !hasAny(found.main.fields) && !found.rows.length;
    return found;
};

const isNewRowKept = (row) => Object.values(row.fields).some((one) => (
    one.value === true || (one.value !== false && String(one.value) !== "")
));

/** Tell whether a new row differs from the empty one that its group grows from. */
const isNewRow = (controls, {group, prefix}) => {
    const start = `${prefix}-__prefix__-`;
    const empty = Object.fromEntries(
        controlsOf(group, start).map((control) => (
            [nameIn(control, start), valueOf(control).value]
        )),
    );
    return controls.some((control) => {
        const name = control.name.replace(/^.*-\d+-/, "");
        const blank = name in empty ? empty[name] : sentOf(control);
        return !same(valueOf(control).value, blank);
    });
};

const tell = (control) => {
    for (const type of ["input", "change"]) {
        control.dispatchEvent(new Event(type, {bubbles: true}));
    }
    // The chooser of records listens through Django's own jQuery only.
    const jquery = window.django && window.django.jQuery;
    if (jquery && control.tagName === "SELECT") {
        jquery(control).trigger("change");
    }
};

const putInto = (control, kept) => {
    if (control.type === "checkbox" || control.type === "radio") {
        control.checked = kept.value === true;
    } else if (control.tagName === "SELECT") {
        const values = Array.isArray(kept.value) ? kept.value : [];
        values.forEach((value, place) => {
            if (![...control.options].some((option) => option.value === value)) {
                const text = (kept.text || [])[place] || value;
                control.append(new Option(text, value, false, true));
            }
        });
        for (const option of control.options) {
            option.selected = values.includes(option.value);
        }
    } else {
        control.value = String(kept.value);
    }
    tell(control);
};

const put = (root, start, fields, lost) => {
    for (const [name, kept] of Object.entries(fields)) {
        const control = controlsOf(root, start)
            .find((one) => nameIn(one, start) === name);
        if (control) {
            for (const details of ancestors(control)) {
                details.open = true;
            }
            putInto(control, kept);
        } else {
            lost.push(kept);
        }
    }
};

const ancestors = function* (control) {
    let details = control.closest("details");
    while (details) {
        yield details;
        details = details.parentElement.closest("details");
    }
};

const putVersion = (root, start, version) => {
    const box = root.querySelector(`[name="${CSS.escape(start)}seen_version"]`);
    if (box && version) {
        box.value = version;
    }
};

/**
 * Put a draft back. The versions it was typed over come along, so that saving compares
 * with what others did since. Returns what found no place, for copying.
 */
export const putBack = (form, draft) => {
    const lost = [];
    const groups = groupsOf(form);
    put(form, "", draft.main.fields, lost);
    if (hasAny(draft.main.fields)) {
        putVersion(form, "", draft.main.version);
    }
    for (const kept of draft.rows) {
        const one = groups.find(({prefix}) => prefix === kept.prefix);
        const row = one && (kept.key ? rowOf(one, kept.key) : freshRow(one));
        if (row) {
            const start = `${row.id}-`;
            put(row, start, kept.fields, lost);
            if (kept.key) {
                putVersion(row, start, kept.version);
            }
        } else {
            lost.push(...Object.values(kept.fields));
        }
    }
    return lost;
};

const rowOf = (one, key) => (
    rowsOf(one).find((row) => keyOf(row) === key) || null
);

/** Return a row that nothing was typed into; a new one where there is none. */
const freshRow = (one) => {
    const blank = rowsOf(one).find((row) => {
        const start = `${row.id}-`;
        const controls = controlsOf(row, start)
            .filter((control) => control.name !== `${start}id`);
        return !keyOf(row) && !isNewRow(controls, one);
    });
    if (blank) {
        return blank;
    }
    const before = new Set(rowsOf(one));
    const more = one.group.querySelector(".add-row a, .add-row button");
    if (more) {
        more.click();
    }
    return rowsOf(one).find((row) => !before.has(row)) || null;
};

/** Return what a draft changes as (label, now, typed), for showing the differences. */
export const differences = (form, draft) => {
    const shown = ({value, text}) => {
        if (typeof value === "boolean") {
            return value ? "✓" : "";
        }
        return text ? text.join(", ") : String(value);
    };
    const found = Object.entries(draft.main.fields).map(([name, kept]) => {
        const control = controlsOf(form, "").find((one) => nameIn(one, "") === name);
        return [kept.label, control ? shown(valueOf(control)) : "", shown(kept)];
    });
    const groups = groupsOf(form);
    for (const kept of draft.rows) {
        const one = groups.find(({prefix}) => prefix === kept.prefix);
        const row = one && kept.key ? rowOf(one, kept.key) : null;
        for (const [name, value] of Object.entries(kept.fields)) {
            const control = row && controlsOf(row, `${row.id}-`)
                .find((box) => nameIn(box, `${row.id}-`) === name);
            const now = control ? shown(valueOf(control)) : "";
            if (now !== shown(value)) {
                found.push([value.label, now, shown(value)]);
            }
        }
    }
    return found;
};
