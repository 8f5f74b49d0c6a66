// A pad to sign on: what is drawn goes along as a picture. Who types only the name sends nothing.
(() => {
  "use strict";
  for (const pad of document.querySelectorAll("[data-sign-pad]")) {
    const canvas = pad.querySelector("canvas");
    const file = pad.querySelector("input[type=file]");
    const pen = canvas.getContext("2d");
    if (!pen || !window.DataTransfer || !canvas.toBlob) continue;
    pad.hidden = false;
    let isDown = false;

    const clear = () => {
      pen.fillStyle = "#fff";
      pen.fillRect(0, 0, canvas.width, canvas.height);
      file.value = "";
    };
    const place = (event) => {
      const box = canvas.getBoundingClientRect();
      return [
        ((event.clientX - box.left) * canvas.width) / box.width,
        ((event.clientY - box.top) * canvas.height) / box.height,
      ];
    };
    const keep = () =>
      canvas.toBlob((blob) => {
        if (!blob) return;
        const drawn = new DataTransfer();
        drawn.items.add(new File([blob], "手写签名.png", { type: "image/png" }));
        file.files = drawn.files;
      }, "image/png");

    canvas.addEventListener("pointerdown", (event) => {
      isDown = true;
      canvas.setPointerCapture(event.pointerId);
      pen.strokeStyle = "#1b2430";
      pen.lineWidth = 4;
      pen.lineCap = pen.lineJoin = "round";
      pen.beginPath();
      pen.moveTo(...place(event));
      event.preventDefault();
    });
    canvas.addEventListener("pointermove", (event) => {
      if (!isDown) return;
      pen.lineTo(...place(event));
      pen.stroke();
    });
    for (const end of ["pointerup", "pointercancel"]) {
      canvas.addEventListener(end, () => {
        if (isDown) keep();
        isDown = false;
      });
    }
    pad.querySelector("button").addEventListener("click", clear);
    clear();
  }
})();
