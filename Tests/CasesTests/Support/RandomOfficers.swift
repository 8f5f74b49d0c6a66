import BusinessProcess
import Codes
import Journal
import Refusals
import Testing

@testable import Cases

/// A seeded source of whims.
private struct Whims: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return state ^ (state >> 29)
    }
}

/// Everybody at the organs of a story, doing whatever comes to their minds to any of its steps.
struct RandomOfficers {
    let story: Story
    /// How often something was not refused.
    private(set) var deeds = 0
    private var whims: Whims

    init(story: Story, seed: UInt64) {
        self.story = story
        whims = Whims(state: seed)
    }

    private var open: [CaseTask] {
        story.matter.cases.flatMap { $0.openTasks + $0.parkedTasks }.filter { $0.act != .verify }
    }

    mutating func act() throws {
        guard let task = open.randomElement(using: &whims) else { return }
        let holder = try holder(of: task)
        do {
            try something(with: task, holder)
            deeds += 1
        } catch is DomainError {
            // Refused with a reason: that is what rules are for.
        }
        try check()
    }

    private mutating func something(with task: CaseTask, _ holder: Actor) throws {
        let organ = task.organ
        let colleagues = [Actor.second(at: organ), .post("officer", at: organ), .post("head", at: organ)]
        let colleague = colleagues.randomElement(using: &whims) ?? .leader
        let subject = try #require(story.matter.cases.first { $0.tasks.contains { $0.id == task.id } })
        let head = Actor.post("head", at: subject.plan.organ)
        switch Int.random(in: 0..<16, using: &whims) {
        case 0:
            let earlier = subject.tasks.filter { $0.state == .completed }.randomElement(using: &whims)
            try story.sendBack(task, to: earlier?.element, by: holder)
        case 1: try story.change(by: holder) { try $0.reject(task: task.id, reason: "重来", on: $1) }
        case 2:
            guard let done = subject.tasks.filter({ $0.state == .completed }).randomElement(using: &whims),
                let by = done.completedBy
            else { return }
            let doer = Actor(
                accountID: by.accountID, name: by.name, organ: done.organ, roles: [done.role],
                channel: "page", address: "")
            try story.withdraw(done, by: doer)
        case 3: try story.delegate(task, to: colleague, by: holder)
        case 4: try story.handBack(task, by: holder)
        case 5, 6:
            let order = SigningOrder.allCases.randomElement(using: &whims) ?? .after
            try story.sign(task, with: colleague, order, by: holder)
        case 7: try story.unsign(task, by: .post("head", at: organ))
        case 8: try story.urge(task, by: head)
        case 9: try story.halt(task, by: .post("head", at: organ))
        case 10: try story.goOn(task, by: .post("head", at: organ))
        case 11:
            let steps = try story.matter.definition(of: story.matter.index(of: subject.number.text)).userTasks
            try story.jump(task, to: steps.randomElement(using: &whims)?.id ?? "", by: head)
        case 12: try story.claim(task, by: holder)
        case 13: try story.change(by: holder) { try $0.release(task: task.id, on: $1) }
        case 14:
            try story.change(by: holder) {
                try $0.transfer(task: task.id, to: Colleague(colleague), reason: "出差", on: $1)
            }
        default: try complete(task)
        }
    }

    private mutating func complete(_ task: CaseTask) throws {
        let outcome = task.act == .decide ? task.outcomes.first : task.outcomes.randomElement(using: &whims)
        let isHarmless = ![.accept, .check, .recheck, .request, .supply].contains(task.act)
        try story.complete(
            task, (isHarmless ? outcome : task.outcomes.first)?.code, opinion: "情况说明",
            by: try holder(of: task))
    }

    private func holder(of task: CaseTask) throws -> Actor {
        let subject = try #require(story.matter.cases.first { $0.tasks.contains { $0.id == task.id } })
        return .holder(of: task, in: subject)
    }

    /// Does the rest in order.
    mutating func finish() throws {
        var steps = 0
        while let task = story.matter.cases.flatMap(\.openTasks).first(where: { $0.act != .verify }) {
            if task.isSuspended { try story.goOn(task, by: .post("head", at: task.organ)) }
            if task.owner != nil {
                try story.handBack(task, by: try holder(of: task))
                continue
            }
            try story.complete(task, opinion: "情况说明", by: try decider(of: task))
            try check()
            steps += 1
            try #require(steps < 200, "it comes to its end")
        }
    }

    /// Whoever reviewed does not decide: where the holder has, somebody else of the post comes in.
    private func decider(of task: CaseTask) throws -> Actor {
        let holder = try holder(of: task)
        guard task.act == .decide, task.holder == nil else { return holder }
        return Actor(
            accountID: 99, name: "分管负责人", organ: task.organ, roles: [task.role], channel: "page", address: "")
    }

    /// The open tasks are the open steps, and each says of its step what the process knows.
    private func check() throws {
        for subject in story.matter.cases {
            guard let own = subject.process else { continue }
            let definition = try story.matter.definition(of: story.matter.index(of: subject.number.text))
            let steps = own.activities.filter {
                $0.isOpen && !$0.isGroup && definition.userTask($0.element) != nil
            }
            let tasks = subject.tasks.filter { $0.state == .open && $0.activity != nil }
            #expect(tasks.compactMap(\.activity).sorted() == steps.map(\.id).sorted())
            for (task, step) in tasks.compactMap({ task in
                task.activity.flatMap(own.activity).map { (task, $0) }
            }) {
                #expect(task.isParked == (step.state == .parked))
                #expect(task.isSuspended == step.isSuspended)
                #expect(task.urgings == step.urgings)
                #expect(task.owner.map { String($0.accountID) } == step.owner)
                #expect(step.holder == nil || step.holder == task.holder.map { String($0.accountID) })
            }
            #expect(own.isEnded || !own.active.isEmpty, "somebody can go on")
        }
    }
}
