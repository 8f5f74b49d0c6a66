import Refusals

/// A signature is the name of whoever signs, typed; who likes to, draws it as well. The drawing is a file of its own beside
/// the name: nobody has to draw, and nothing is believed because of a drawing.
extension FormField {
    /// The name of the drawing's input, and of the file in the case.
    public var drawingName: String { "\(inputName).drawing" }

    /// What the file of a drawing is called.
    public static let drawingFile = "手写签名.png"

    /// No drawing is larger, in bytes: a few strokes in black.
    public static let drawingLimitBytes = 200 << 10

    /// What is said of another file.
    public static let drawingRefusal: Sentence =
        "手写签名应是不超过 \(drawingLimitBytes >> 10) KB 的 PNG 图片，请清除以后重签。"
}
