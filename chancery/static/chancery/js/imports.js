// Says at once that a file is too big, instead of after it has been sent.
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
