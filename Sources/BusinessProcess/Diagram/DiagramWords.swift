extension ProcessDiagram {
    /// The picture in words, for those who do not see it.
    func description(of state: [String: ElementState]) -> String {
        let tasks = shapes.filter { if case .task = $0.figure { !$0.label.isEmpty } else { false } }
        guard !state.isEmpty else { return "步骤：" + tasks.map(\.label).joined(separator: "、") + "。" }
        let order: [ElementState] = [.current, .paused, .refused, .done, .waiting]
        let parts = order.compactMap { wanted -> String? in
            let names = tasks.filter { (state[$0.element] ?? .waiting) == wanted }.map(\.label)
            return names.isEmpty ? nil : wanted.chinese + "：" + names.joined(separator: "、")
        }
        return parts.joined(separator: "；") + "。"
    }

    /// The same for marks: the figures one by one, else what is wrong, added, removed and changed.
    func description(of marks: [String: DiagramMark]) -> String {
        let named = shapes.filter { !$0.label.isEmpty }.compactMap { shape in
            marks[shape.element].map { (shape.label, $0) }
        }
        let figures = named.compactMap { label, mark in
            if case .heat = mark { "\(label)：\(mark.chinese)" } else { nil }
        }
        let parts = [DiagramMark.problem, .warning, .added, .removed, .changed].compactMap {
            wanted -> String? in
            let names = named.filter { $0.1 == wanted }.map(\.0)
            let arrows = edges.count { marks[$0.element] == wanted }
            let all = names + (arrows > 0 ? ["\(arrows) 条路径"] : [])
            return all.isEmpty ? nil : wanted.chinese + "：" + all.joined(separator: "、")
        }
        let all = figures + parts
        return all.isEmpty ? "没有标记。" : all.joined(separator: "；") + "。"
    }
}
