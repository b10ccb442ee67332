// Says at once that a file is too big, instead of after it has been sent; and keeps the
// page of a long import up to date.
"use strict";

for (const input of document.querySelectorAll("input[data-max-bytes]")) {
  const problem = document.getElementById("file-problem");
  input.addEventListener("change", () => {
    const [file] = input.files;
    const text =
      file && file.size > Number(input.dataset.maxBytes) ? input.dataset.tooBig : "";
    input.setCustomValidity(text);
    problem.textContent = text;
    problem.hidden = !text;
  });
}

const PAUSE = 1500;

async function lookAgain(busy) {
  let next = null;
  try {
    const answer = await fetch(location.href, { credentials: "same-origin" });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    next = answer.ok && !answer.redirected ? page.querySelector("[data-busy]") : null;
  } catch {
    setTimeout(lookAgain, PAUSE * 4, busy);
    return;
  }
  if (next === null) {
    location.reload();
    return;
  }
  for (const part of ["#import-progress", "#import-count"]) {
    const [old, fresh] = [busy.querySelector(part), next.querySelector(part)];
    old.textContent = fresh.textContent;
    old.value = fresh.value;
  }
  setTimeout(lookAgain, PAUSE, busy);
}

const busy = document.querySelector("[data-busy]");
if (busy) {
  setTimeout(lookAgain, PAUSE, busy);
}
