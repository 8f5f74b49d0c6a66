/// The colours of an element: those of the pages, as attributes, so that the drawing is complete without a
/// style sheet. Text on its wash has a contrast of at least 4.5:1.
struct Palette {
    let fill: String
    let stroke: String
    let text: String
    let strokeWidth: Double

    static let plain = Palette(fill: "#fff", stroke: "#8793a1", text: "#1b2430", strokeWidth: 1.2)
    /// The line between what is drawn, and behind it.
    static let line = "#9aa5b1"
    static let soft = "#51606f"
    /// From little to much; ink on the last still has 5:1.
    private static let heat = ["#eaf2fb", "#cfe1f5", "#a9caee", "#7fb0e4", "#5a97d8"]

    init(fill: String, stroke: String, text: String, strokeWidth: Double) {
        self.fill = fill
        self.stroke = stroke
        self.text = text
        self.strokeWidth = strokeWidth
    }

    init(_ look: Look) {
        switch look {
        case .plain: self = .plain
        case .state(let state): self.init(state)
        case .mark(.added): self.init(.done)
        case .mark(.removed), .mark(.problem): self.init(.refused)
        case .mark(.changed), .mark(.warning): self.init(.paused)
        case .mark(.heat(let step, _)):
            self.init(
                fill: Self.heat[min(max(step, 1), 5) - 1], stroke: "#0b4f9e", text: "#1b2430",
                strokeWidth: 1.6)
        }
    }

    init(_ state: ElementState) {
        switch state {
        case .waiting:
            self.init(fill: "#fff", stroke: "#c3cad3", text: "#51606f", strokeWidth: 1.2)
        case .done:
            self.init(fill: "#e8f6ec", stroke: "#1a7f37", text: "#1b2430", strokeWidth: 1.2)
        case .current:
            self.init(fill: "#eaf2fb", stroke: "#0b4f9e", text: "#083b77", strokeWidth: 2.2)
        case .paused:
            self.init(fill: "#fff6e0", stroke: "#8a5a00", text: "#5f3e00", strokeWidth: 2.2)
        case .refused:
            self.init(fill: "#fdecea", stroke: "#b3261e", text: "#8c1d18", strokeWidth: 1.6)
        }
    }
}
