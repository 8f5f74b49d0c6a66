extension Field {
    /// A name to be typed, and with a script a pad to draw it on: by finger, pen or mouse. Without one the pad stays hidden;
    /// what has been drawn is shown and can be taken away either way.
    var signaturePad: HTML {
        """
        \(input)
        \(drawing.map(drawn))
        <div class="sign-pad" data-sign-pad hidden>
        <p class="hint">也可以在下面用手指、手写笔或者鼠标签名（选填）。\(if: drawing != nil, "已经签过，重新签会替换。")</p>
        <canvas width="600" height="200" role="img" aria-label="手写签名板"></canvas>
        <input type="file" name="\(name).drawing" accept="image/png" hidden aria-label="手写签名图片">
        <button type="button" class="button quiet small">清除重签</button></div>
        """
    }

    private func drawn(_ address: String) -> HTML {
        """
        <div class="below"><img class="signature-image" src="\(address)" width="240" height="80" alt="已有的手写签名">
        <div class="choice"><input id="f-\(name).\(Self.drawingRemoval)" type="checkbox" name="\(name).\(Self.drawingRemoval)" \
        value="true"><label for="f-\(name).\(Self.drawingRemoval)">去掉这个手写签名</label></div></div>
        """
    }
}
