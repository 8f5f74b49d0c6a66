/// Where one is in a form of several pages.
public struct Steps: Sendable {
    private let names: [String]
    private let current: Int

    /// The names of the pages, and the index of the one that is shown.
    public init(_ names: [String], current: Int) {
        self.names = names
        self.current = current
    }

    /// The steps; on a phone only the words 第 2 步，共 4 步.
    public var html: HTML {
        """
        <nav class="steps" aria-label="填写进度"><p class="steps-words">第 \(current + 1) 步，共 \(names.count) 步\(currentName)</p>
        <ol>\(each: names.enumerated(), step)</ol></nav>
        """
    }

    private var currentName: String { names.indices.contains(current) ? "：\(names[current])" : "" }

    private func step(_ index: Int, _ name: String) -> HTML {
        let state = index < current ? "done" : index == current ? "now" : "later"
        return """
            <li class="\(state)"\(attribute: "aria-current", index == current ? "step" : nil)>\
            <span class="step-number" aria-hidden="true">\(index < current ? "✓" : "\(index + 1)")</span>\
            \(name)\(if: index < current, "<span class=\"sr\">（已完成）</span>")</li>
            """
    }
}
