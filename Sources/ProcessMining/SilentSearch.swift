/// Looks for what has to happen by itself until something holds.
struct SilentSearch {
    private struct Step {
        let before: Marking
        let transition: Int
    }

    let net: PetriNet

    /// Markings that are looked at; beyond, it counts as impossible.
    private static let mostMarkings = 3_000
    /// Tokens that may come on top of those there were: what can happen any number of times stops there.
    private static let mostNewTokens = 8

    /// The shortest row of transitions; nil when none leads there.
    func way(from start: Marking, until holds: (Marking) -> Bool) -> [Int]? {
        var steps: [Marking: Step] = [:]
        var (queue, next) = ([start], 0)
        while next < queue.count, next < Self.mostMarkings {
            let marking = queue[next]
            next += 1
            if holds(marking) { return row(from: start, to: marking, steps) }
            for number in silent(at: marking) {
                var after = marking
                after.fire(net.transitions[number])
                guard after != start, steps[after] == nil,
                    after.tokens.count <= start.tokens.count + Self.mostNewTokens
                else { continue }
                steps[after] = Step(before: marking, transition: number)
                queue.append(after)
            }
        }
        return nil
    }

    /// What can happen by itself now.
    private func silent(at marking: Marking) -> [Int] {
        Set(marking.tokens).sorted().flatMap { net.silent[$0] ?? [] }
            .filter { marking.allows(net.transitions[$0]) }
    }

    private func row(from start: Marking, to end: Marking, _ steps: [Marking: Step]) -> [Int] {
        var (row, marking): ([Int], Marking) = ([], end)
        while marking != start, let step = steps[marking] {
            row.append(step.transition)
            marking = step.before
        }
        return row.reversed()
    }
}
