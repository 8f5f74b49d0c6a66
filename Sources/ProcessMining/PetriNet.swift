/// A place/transition net (ISO/IEC 15909-1): what a drawing allows, with a token for whatever can be done next.
public struct PetriNet: Sendable {
    /// What takes a token from each of its inputs and puts one on each of its outputs.
    public struct Transition: Sendable, Hashable {
        /// The step people do; nil for what happens by itself.
        public let step: String?
        /// Places, by number.
        public let inputs: [Int]
        /// Places, by number.
        public let outputs: [Int]
    }

    /// Where a case begins.
    static let source = 0
    /// Where it ends.
    static let sink = 1

    /// What the places are called.
    public private(set) var places = ["source", "sink"]
    /// The transitions.
    public private(set) var transitions: [Transition] = []
    /// The transition of each step.
    private(set) var steps: [String: Int] = [:]
    /// The transitions that happen by themselves, by the places they take from.
    private(set) var silent: [Int: [Int]] = [:]
    private var numbers: [String: Int] = [:]

    init() {}

    /// The place of this name.
    mutating func place(_ name: String) -> Int {
        if let known = numbers[name] { return known }
        numbers[name] = places.count
        places.append(name)
        return places.count - 1
    }

    /// Something happens by itself, or a step is done.
    mutating func add(_ inputs: [Int], _ outputs: [Int], step: String? = nil) {
        let number = transitions.count
        transitions.append(Transition(step: step, inputs: inputs, outputs: outputs))
        if let step {
            steps[step] = number
        } else {
            silent[inputs.first ?? Self.source, default: []].append(number)
        }
    }
}

/// Which places have tokens: the numbers in order, a place as often as it has tokens.
struct Marking: Sendable, Hashable {
    private(set) var tokens: [Int]

    init(_ tokens: [Int]) { self.tokens = tokens.sorted() }

    func allows(_ transition: PetriNet.Transition) -> Bool { missing(for: transition).isEmpty }

    /// The places that lack a token for a transition.
    func missing(for transition: PetriNet.Transition) -> [Int] {
        var left = tokens
        return transition.inputs.filter { place in
            guard let index = left.firstIndex(of: place) else { return true }
            left.remove(at: index)
            return false
        }
    }

    func contains(_ place: Int) -> Bool { tokens.contains(place) }

    mutating func put(_ places: [Int]) { tokens = (tokens + places).sorted() }

    mutating func fire(_ transition: PetriNet.Transition) {
        for place in transition.inputs {
            if let index = tokens.firstIndex(of: place) { tokens.remove(at: index) }
        }
        put(transition.outputs)
    }
}
