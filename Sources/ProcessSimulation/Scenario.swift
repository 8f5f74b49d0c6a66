import Refusals

/// Something that would be done otherwise.
public enum Change: Sendable, Hashable, Codable {
    /// Two steps that follow each other no longer wait for each other.
    case parallel(String, String)
    /// A step takes so much less of its time.
    case shorter(step: String, percent: Int)
    /// So many people work at a post.
    case people(WorkPost, Int)
    /// A step is left out.
    case without(step: String)
    /// Of a hundred cases that came back, so many no longer do.
    case fewerReturns(percent: Int)
}

/// What would be changed, all of it together.
public struct Scenario: Sendable, Hashable, Codable {
    /// More than anybody staffs a post with.
    public static let mostPeople = 1_000

    /// The changes.
    public let changes: [Change]

    /// These changes together.
    public init(_ changes: [Change]) { self.changes = changes }

    /// Makes sure that the changes fit what is known.
    ///
    /// - Throws: `invalid`, with a sentence for each change that does not.
    public func check(against model: SimulationModel) throws {
        guard !changes.isEmpty else { throw DomainError.invalid("changes", "没有填写任何改变。请至少改一处再模拟。") }
        let errors = changes.compactMap { mistake($0, model) }
        guard errors.isEmpty else { throw DomainError.invalid(errors) }
    }

    private func mistake(_ change: Change, _ model: SimulationModel) -> FieldError? {
        switch change {
        case .parallel(let first, let second): parallelMistake(first, second, model)
        case .shorter(let step, let percent): shorterMistake(step, percent, model)
        case .people(let post, let count): peopleMistake(post, count, model)
        case .without(let step):
            if !model.has(step) {
                FieldError("without", Self.unknownStep)
            } else if model.elements.count < 2 {
                FieldError("without", "去掉它就没有步骤了，没有什么可以模拟。")
            } else {
                nil
            }
        case .fewerReturns(let percent):
            (1...100).contains(percent) ? nil : FieldError("returns", "减少的退回请填 1 到 100 之间的整数。")
        }
    }

    private static let unknownStep: Sentence = "这个事项的办件里没有这个步骤。"

    private func parallelMistake(_ first: String, _ second: String, _ model: SimulationModel) -> FieldError? {
        guard first != second else { return FieldError("parallel", "请选择两个不同的步骤。") }
        guard model.has(first), model.has(second) else { return FieldError("parallel", Self.unknownStep) }
        guard model.parallel(first, second).matters != model.matters else {
            return FieldError("parallel", "没有办件是这两步前后相接的，改为同时办不会有变化。")
        }
        return nil
    }

    private func shorterMistake(_ step: String, _ percent: Int, _ model: SimulationModel) -> FieldError? {
        guard model.has(step) else { return FieldError("shorter", Self.unknownStep) }
        guard (1...99).contains(percent) else { return FieldError("percent", "缩短的比例请填 1 到 99 之间的整数。") }
        return nil
    }

    private func peopleMistake(_ post: WorkPost, _ count: Int, _ model: SimulationModel) -> FieldError? {
        let field = "people.\(post.key)"
        guard model.posts.contains(where: { $0.post == post }) else {
            return FieldError(field, "这个事项的办件里没有这个岗位。")
        }
        guard count != 0 else { return FieldError(field, "这个岗位没有人，到这一步的办件就永远办不完。请至少安排 1 人。") }
        guard (1...Self.mostPeople).contains(count) else {
            return FieldError(field, "人数请填 1 到 \(Self.mostPeople) 之间的整数。")
        }
        return nil
    }
}
