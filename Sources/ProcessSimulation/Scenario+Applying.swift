extension SimulationModel {
    /// Whether some case has the step.
    func has(_ element: String) -> Bool { steps.contains { $0.element == element } }

    /// The process as it would be. Chance decides which cases no longer come back.
    func changed(by scenario: Scenario, _ draw: Draw) -> SimulationModel {
        scenario.changes.reduce(self) { $0.changed(by: $1, draw) }
    }

    private func changed(by change: Change, _ draw: Draw) -> SimulationModel {
        switch change {
        case .parallel(let first, let second): parallel(first, second)
        case .shorter(let element, let percent): shorter(element, by: percent)
        case .people(let post, let count): staffed(post, with: count)
        case .without(let element):
            keeping { _, matter in matter.mask { steps[$0.step].element == element } }
        case .fewerReturns(let percent):
            keeping { place, matter in draw.happens(percent: percent, to: place) ? returns(of: matter) : 0 }
        }
    }

    /// Cuts what binds the one directly to the other; both still wait for what was before them.
    func parallel(_ first: String, _ second: String) -> SimulationModel {
        var changed = self
        for place in matters.indices {
            let occurrences = matters[place].occurrences
            for (later, occurrence) in occurrences.enumerated() {
                let name = steps[occurrence.step].element
                guard name == first || name == second else { continue }
                let other = name == first ? second : first
                let bound = matters[place].directlyBefore(later) { steps[$0.step].element == other }
                changed.matters[place].occurrences[later].before &= ~bound
            }
        }
        return changed
    }

    private func shorter(_ element: String, by percent: Int) -> SimulationModel {
        var changed = self
        for place in steps.indices where steps[place].element == element {
            changed.steps[place].samples = steps[place].samples.map { $0 * (100 - percent) / 100 }
        }
        return changed
    }

    private func staffed(_ post: WorkPost, with count: Int) -> SimulationModel {
        var changed = self
        for place in posts.indices where posts[place].post == post { changed.posts[place].people = count }
        return changed
    }

    private func keeping(_ dropped: (Int, Matter) -> UInt64) -> SimulationModel {
        var changed = self
        for place in matters.indices { changed.matters[place].drop(dropped(place, matters[place])) }
        return changed
    }

    /// Whatever was done again, and what the applicant did in between.
    private func returns(of matter: Matter) -> UInt64 {
        var (first, mask): ([Int: Int], UInt64) = ([:], 0)
        for (place, occurrence) in matter.occurrences.enumerated() {
            guard let earlier = first[occurrence.step] else {
                first[occurrence.step] = place
                continue
            }
            mask |= 1 << UInt64(place)
            for between in earlier..<place where steps[matter.occurrences[between].step].post == nil {
                mask |= 1 << UInt64(between)
            }
        }
        return mask
    }
}

extension SimulationModel.Matter {
    /// A bit for each step that fits.
    func mask(_ fits: (SimulationModel.Occurrence) -> Bool) -> UInt64 {
        occurrences.enumerated().reduce(0) { fits($1.element) ? $0 | 1 << UInt64($1.offset) : $0 }
    }

    /// Those that fit and between which and this one there is no other.
    func directlyBefore(_ later: Int, _ fits: (SimulationModel.Occurrence) -> Bool) -> UInt64 {
        let before = occurrences[later].before
        let hidden = occurrences.enumerated().reduce(UInt64(0)) { mask, entry in
            before & (1 << UInt64(entry.offset)) == 0 ? mask : mask | entry.element.before
        }
        return mask(fits) & before & ~hidden
    }

    /// Takes steps out; what waited for them waits for what they had waited for.
    mutating func drop(_ mask: UInt64) {
        guard mask != 0 else { return }
        let kept = occurrences.indices.filter { mask & (1 << UInt64($0)) == 0 }
        occurrences = kept.map { place in
            var occurrence = occurrences[place]
            occurrence.before = kept.enumerated().reduce(0) { bits, entry in
                occurrences[place].before & (1 << UInt64(entry.element)) == 0
                    ? bits : bits | 1 << UInt64(entry.offset)
            }
            return occurrence
        }
    }
}
