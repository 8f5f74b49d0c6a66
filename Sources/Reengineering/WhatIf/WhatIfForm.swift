import Government
import Identity
import ProcessSimulation
import Refusals
import Web

/// The form in which a change is described, and what was entered in it.
struct WhatIfForm {
    /// Posts that one form asks about.
    static let mostPosts = 12
    private static let none = "none"

    let model: SimulationModel
    let organs: [Organ]
    let entered: FormData
    var errors: [FieldError] = []

    private var posts: ArraySlice<SimulationModel.Staffing> { model.posts.prefix(Self.mostPosts) }

    /// The names of its fields.
    static func names(_ model: SimulationModel) -> [String] {
        [
            "parallel", "parallel2", "without", "shorter", "percent", "returns", "hours", "replications",
            "seed",
        ]
            + model.posts.prefix(mostPosts).map { "people.\($0.post.key)" }
    }

    /// What is asked.
    ///
    /// - Throws: `invalid`, with a sentence for each field that does not fit.
    func question() throws -> WhatIf.Question {
        let scenario = Scenario(try changes())
        try scenario.check(against: model)
        let names = Dictionary(
            model.elements.map { ($0.element, $0.name) }, uniquingKeysWith: { first, _ in first })
        guard let replications = Int(number("replications", "30")),
            WhatIf.Question.choices.contains(replications)
        else { throw DomainError.invalid("replications", "请选择模拟几遍。") }
        guard let seed = Int(number("seed", "1")), WhatIf.Question.seeds.contains(seed) else {
            throw DomainError.invalid("seed", "随机种子请填 1 到 1000000 之间的整数。")
        }
        return WhatIf.Question(
            scenario: scenario, names: names, hours: try OfficeHours(hours), replications: replications,
            seed: seed)
    }

    private var hours: String { number("hours", OfficeHours.usual.words) }

    private func number(_ name: String, _ otherwise: String) -> String {
        let text = entered[name] ?? ""
        return text.isEmpty ? otherwise : text
    }

    private func choice(_ name: String) -> String? {
        entered[name].flatMap { $0.isEmpty || $0 == Self.none ? nil : $0 }
    }

    private func changes() throws -> [Change] {
        var (changes, errors): ([Change], [FieldError]) = ([], [])
        switch (choice("parallel"), choice("parallel2")) {
        case (let first?, let second?): changes.append(.parallel(first, second))
        case (nil, nil): break
        default: errors.append(.init("parallel", "改为同时办要选两个步骤。"))
        }
        switch (choice("shorter"), entered["percent"] ?? "") {
        case (nil, ""): break
        case (nil, _): errors.append(.init("shorter", "请选择哪一步的办理时间缩短。"))
        case (let step?, let percent): changes.append(.shorter(step: step, percent: Int(percent) ?? 0))
        }
        if let step = choice("without") { changes.append(.without(step: step)) }
        if let text = entered["returns"], !text.isEmpty {
            changes.append(.fewerReturns(percent: Int(text) ?? 0))
        }
        guard errors.isEmpty else { throw DomainError.invalid(errors) }
        return changes + people
    }

    /// Only what differs is a change.
    private var people: [Change] {
        posts.compactMap { staffing in
            let text = entered["people.\(staffing.post.key)"] ?? ""
            let count = Int(text) ?? -1
            return text.isEmpty || count == staffing.people ? nil : .people(staffing.post, count)
        }
    }

    private var steps: [Field.Option] {
        [Field.Option(Self.none, "不改")] + model.elements.map { Field.Option($0.element, $0.name) }
    }

    private func field(
        _ name: String, _ label: String, _ kind: Field.Kind, hint: String? = nil,
        otherwise: String = "",
        options: [Field.Option] = []
    ) -> HTML {
        Field(
            name, label, kind, hint: hint, isRequired: false, value: number(name, otherwise),
            options: options,
            error: errors[name]
        ).html
    }

    /// The fields, in groups.
    var html: HTML {
        """
        <h2>哪些改变</h2>
        <p class="hint">可以只改一处，也可以几处一起改。不改的留空。</p>
        \(field("parallel", "两步改为同时办：一步", .choice, otherwise: Self.none, options: steps))
        \(field("parallel2", "两步改为同时办：另一步", .choice, otherwise: Self.none, options: steps))
        \(field("without", "省去一步", .choice, otherwise: Self.none, options: steps))
        \(field("shorter", "一步的办理时间缩短", .choice, otherwise: Self.none, options: steps))
        \(field("percent", "缩短百分之几", .integer, hint: "1 到 99，只对上面选的那一步。"))
        \(field("returns", "退回重办减少百分之几", .integer, hint: "1 到 100。100 就是一件也不退回。"))
        <h2>岗位人数</h2>
        \(each: posts, { staffing in
            field(
                "people.\(staffing.post.key)", PostName(organs: organs).words(staffing.post), .integer,
                hint: "实际办过的有 \(staffing.people) 人。", otherwise: String(staffing.people))
        })
        <h2>怎样模拟</h2>
        \(field("hours", "办公时间", .text, hint: "工作日的这些时间里办件。", otherwise: OfficeHours.usual.words))
        \(field("replications", "模拟几遍", .choice, hint: "遍数越多，区间越窄，算得越久。", otherwise: "30",
            options: WhatIf.Question.choices.map { Field.Option(String($0), "\($0) 遍") }))
        \(field("seed", "随机种子", .integer, hint: "同样的种子，同样的设想，结果总是一样。", otherwise: "1"))
        """
    }
}

/// A post as people call it.
struct PostName {
    let organs: [Organ]

    func words(_ post: WorkPost) -> String {
        let organ = organs.first { $0.key == post.organ }?.name ?? post.organ
        return "\(organ) · \(Role(rawValue: post.role)?.chinese ?? post.role)"
    }
}
