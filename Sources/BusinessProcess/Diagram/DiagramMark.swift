/// What a drawing says about an element that is not how far a case has come.
public enum DiagramMark: Sendable, Hashable {
    /// The other version does not have it: green, with a plus.
    case added
    /// The other version has it no more: red and dashed, with a minus.
    case removed
    /// It is not the same in the other version: amber, with an unequal sign.
    case changed
    /// Something is wrong with it: red, with an exclamation mark.
    case problem
    /// It is worth a look: amber, with an exclamation mark.
    case warning
    /// How much comes together here, from 1 (little) to 5: deeper and deeper blue, with the figure in words.
    case heat(step: Int, words: String)

    /// The word a person reads.
    public var chinese: String {
        switch self {
        case .added: "新增"
        case .removed: "删除"
        case .changed: "改动"
        case .problem: "有问题"
        case .warning: "有提示"
        case .heat(_, let words): words
        }
    }

    /// What the style of a page calls it.
    var name: String {
        switch self {
        case .added: "added"
        case .removed: "removed"
        case .changed: "changed"
        case .problem: "problem"
        case .warning: "warning"
        case .heat(let step, _): "heat\(min(max(step, 1), 5))"
        }
    }
}

/// How an element is shown.
enum Look: Sendable, Hashable {
    case plain
    case state(ElementState)
    case mark(DiagramMark)

    /// The end of the names of its classes and arrow heads.
    var name: String? {
        switch self {
        case .plain: nil
        case .state(let state): state.rawValue
        case .mark(let mark): mark.name
        }
    }

    /// Whether an arrow shows it: a way that was taken, or one that is not the same in both versions.
    var isShownByArrows: Bool {
        switch self {
        case .plain, .mark(.heat): false
        case .state(let state): state == .done
        case .mark: true
        }
    }

    /// Whether its words stand out.
    var isStrong: Bool { self == .state(.current) || self == .state(.paused) }
}
