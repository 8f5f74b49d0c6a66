import Refusals
import WorkingTime

/// What people do when they design a joint service. Each ends with the service composed anew of its items.
extension ServiceItem {
    /// So many items at the most: more than a person would take in, and a drawing still fits.
    public static let mostChildren = 12

    /// Begins a design where the drawing was made by hand until now.
    ///
    /// - Throws: `conflict` when the items cannot be composed.
    public mutating func beginDesign(of offered: [ServiceItem]) throws {
        if joint == nil { joint = JointDesign() }
        self = try composed(of: offered)
    }

    /// Takes an item in, beside the others.
    ///
    /// - Throws: `conflict` when it is in already, is joint itself, or there are too many.
    public mutating func takeIn(_ slug: String, of offered: [ServiceItem]) throws {
        guard let child = offered.first(where: { $0.slug == slug }), !child.isJoint else {
            throw DomainError.invalid("item", "请从列表里选择一个在用的单个事项。")
        }
        guard !children.contains(slug) else { throw DomainError.conflict("“\(child.name)”已经在这件事里。") }
        guard children.count < Self.mostChildren else {
            throw DomainError.conflict("一件事最多包含 \(Self.mostChildren) 个事项。")
        }
        children.append(slug)
        self = try composed(of: offered)
    }

    /// Takes an item out, with what was said of it.
    ///
    /// - Throws: `conflict` when only two are left.
    public mutating func leaveOut(_ slug: String, of offered: [ServiceItem]) throws {
        guard children.contains(slug) else { throw DomainError.notFound("这件事不包含这个事项。") }
        guard children.count > 2 else { throw DomainError.conflict("一件事至少由两个事项组成，不能再减。") }
        children.removeAll { $0 == slug }
        var design = joint ?? JointDesign()
        design.needs[slug] = nil
        design.needs = design.needs.mapValues { $0.filter { $0 != slug } }
        design.answers[slug] = nil
        design.evidence[slug] = nil
        joint = design
        self = try composed(of: offered)
    }

    /// Says what an item waits for; nothing for beginning at once.
    ///
    /// - Throws: `conflict` when the items would wait for each other in a circle.
    public mutating func wait(_ slug: String, for needs: [String], of offered: [ServiceItem]) throws {
        guard children.contains(slug), Set(needs).isSubset(of: children) else {
            throw DomainError.notFound("这件事不包含这个事项。")
        }
        guard !needs.contains(slug) else { throw DomainError.conflict("一个事项不能等它自己。") }
        joint?.needs[slug] = needs.isEmpty ? nil : children.filter(needs.contains)
        self = try composed(of: offered)
    }

    /// Asks a question of one item by itself again.
    ///
    /// - Throws: `conflict` when it is asked by itself already, or a condition of the item speaks of it.
    public mutating func separate(_ name: String, of slug: String, among offered: [ServiceItem]) throws {
        let (child, field) = try asked(name, of: slug, among: offered)
        let shared = jointQuestions(of: offered).first {
            $0.asked.contains { $0.item == slug && $0.field == field }
        }
        guard let shared, shared.isMerged else { throw DomainError.conflict("“\(field.label)”本来就是单独问的。") }
        try Self.requireFree(field, of: child)
        let place = children.firstIndex(of: slug) ?? 0
        let isTaken = shared.id == field.name || self.field(field.name) != nil
        joint?.answers[slug, default: [:]][name] = isTaken ? JointForm.own(name, place) : name
        self = try composed(of: offered)
    }

    /// Lets one question answer another as well.
    ///
    /// - Parameter target: the name of the question in the joint form.
    /// - Throws: `conflict` when the two take different kinds of answers, or a condition of the item speaks of it.
    public mutating func merge(
        _ name: String, of slug: String, into target: String, among offered: [ServiceItem]
    ) throws {
        let (child, field) = try asked(name, of: slug, among: offered)
        guard let question = jointQuestions(of: offered).first(where: { $0.id == target }) else {
            throw DomainError.invalid("target", "请选择要并入的问题。")
        }
        guard !question.asked.contains(where: { $0.item == slug }) else {
            throw DomainError.conflict("“\(question.field.label)”和“\(field.label)”是同一个事项的问题，不能合并。")
        }
        guard question.field.takesAnswers(of: field) else {
            throw DomainError.conflict("“\(question.field.label)”和“\(field.label)”的答法不同，不能合并成一个问题。")
        }
        if target != name { try Self.requireFree(field, of: child) }
        joint?.answers[slug, default: [:]][name] = target
        self = try composed(of: offered)
    }

    /// Lets one material serve for another, or an item have its own again.
    ///
    /// - Parameter target: the id of the material in the joint service; nil for its own.
    /// - Throws: `notFound`, or `conflict` when the joint service has no such material.
    public mutating func hand(
        _ id: String, of slug: String, as target: String?, among offered: [ServiceItem]
    ) throws {
        guard let child = offered.first(where: { $0.slug == slug }), children.contains(slug),
            child.materials.contains(where: { $0.id == id })
        else { throw DomainError.notFound("这件事没有这份材料。") }
        if let target, !materials.contains(where: { $0.id == target }) {
            throw DomainError.invalid("target", "请选择要合并的材料。")
        }
        let place = children.firstIndex(of: slug) ?? 0
        let own = materials.contains { $0.id == id } ? JointEvidence.own(id, place) : id
        joint?.evidence[slug, default: [:]][id] = target ?? own
        self = try composed(of: offered)
    }

    /// Promises longer than the longest way takes, or just as long.
    ///
    /// - Parameter days: working days from acceptance; nil for the longest way.
    /// - Throws: `invalid` with the longest way, when that takes longer.
    public mutating func promise(_ days: Int?, of offered: [ServiceItem]) throws {
        if let days, let least = jointPromise(of: offered), days < least.days {
            throw DomainError.invalid("promise", least.reason)
        }
        if let days, !TimeLimit.values.contains(days) {
            throw DomainError.invalid("promise", "请填写工作日数，例如 10。")
        }
        joint?.promise = days.map { TimeLimit(value: $0, unit: .workingDay) }
        self = try composed(of: offered)
    }

    private func asked(_ name: String, of slug: String, among offered: [ServiceItem]) throws -> (
        ServiceItem, FormField
    ) {
        guard children.contains(slug), let child = offered.first(where: { $0.slug == slug }),
            let field = child.field(name)
        else { throw DomainError.notFound("这件事没有这个问题。") }
        return (child, field)
    }

    private static func requireFree(_ field: FormField, of child: ServiceItem) throws {
        guard !child.isBound(field.name) else {
            throw DomainError.conflict("“\(child.name)”的条件、计算或者规则用到了“\(field.label)”，不能改变它的问法。")
        }
    }
}
