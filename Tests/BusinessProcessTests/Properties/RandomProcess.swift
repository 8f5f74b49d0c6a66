import BusinessProcess

/// A generator with a seed, so that a failing run can be run again (SplitMix64, Steele et al. 2014).
struct Seeded: RandomNumberGenerator {
    private var state: UInt64

    init(_ seed: Int) { state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

/// A process of blocks, each with one way in and one way out: sound by construction.
struct RandomProcess {
    private(set) var nodes = ""
    private(set) var flows: [String] = []
    private var random: Seeded
    private var count = 0

    init(seed: Int) {
        random = Seeded(seed)
        let (first, last) = block(depth: 3)
        flows += ["f0: s > \(first)", "f1: \(last) > e"]
    }

    var sketch: SketchedProcess { SketchedProcess(Position.ends + nodes, flows: flows) }

    private mutating func name(_ kind: String) -> String {
        count += 1
        return "\(kind)\(count)"
    }

    private mutating func connect(_ one: String, _ other: String, if condition: String? = nil) {
        flows.append("\(name("f")): \(one) > \(other)" + (condition.map { " if \($0)" } ?? ""))
    }

    private mutating func block(depth: Int) -> (String, String) {
        guard depth > 0 else { return task() }
        switch Int.random(in: 0..<7, using: &random) {
        case 0: return task()
        case 1: return sequence(depth)
        case 2: return split("parallelGateway", depth, conditional: false)
        case 3: return split("exclusiveGateway", depth, conditional: true)
        case 4: return split("inclusiveGateway", depth, conditional: true)
        case 5: return subprocess(depth)
        default: return loop(depth)
        }
    }

    private mutating func task() -> (String, String) {
        let id = name("t")
        let isGroup = Int.random(in: 0..<5, using: &random) == 0
        let loop = Position.loop("2", sequential: Bool.random(using: &random))
        nodes += SketchedProcess.task(id, inside: isGroup ? loop : "")
        return (id, id)
    }

    private mutating func sequence(_ depth: Int) -> (String, String) {
        let one = block(depth: depth - 1)
        let other = block(depth: depth - 1)
        connect(one.1, other.0)
        return (one.0, other.1)
    }

    private mutating func split(_ kind: String, _ depth: Int, conditional: Bool) -> (String, String) {
        let (fork, join, usual) = (name("g"), name("g"), name("d"))
        nodes +=
            "<\(kind) id=\"\(fork)\"\(conditional ? " default=\"\(usual)\"" : "")/><\(kind) id=\"\(join)\"/>"
        for branch in 0..<Int.random(in: 2...3, using: &random) {
            let inner = block(depth: depth - 1)
            if conditional, branch == 0 {
                flows.append("\(usual): \(fork) > \(inner.0)")
            } else {
                connect(fork, inner.0, if: conditional ? "pick in (\(branch), 3)" : nil)
            }
            connect(inner.1, join)
        }
        return (fork, join)
    }

    private mutating func loop(_ depth: Int) -> (String, String) {
        let (merge, choice, usual) = (name("g"), name("g"), name("d"))
        let exit = task()
        nodes +=
            "<exclusiveGateway id=\"\(merge)\"/><exclusiveGateway id=\"\(choice)\" default=\"\(usual)\"/>"
        let inner = block(depth: depth - 1)
        connect(merge, inner.0)
        connect(inner.1, choice)
        connect(choice, merge, if: "pick = 1")
        flows.append("\(usual): \(choice) > \(exit.0)")
        return (merge, exit.1)
    }

    private mutating func subprocess(_ depth: Int) -> (String, String) {
        let (outerNodes, outerFlows) = (nodes, flows)
        (nodes, flows) = ("", [])
        let (id, start, end) = (name("p"), name("s"), name("e"))
        let inner = block(depth: depth - 1)
        connect(start, inner.0)
        connect(inner.1, end)
        let body =
            "<startEvent id=\"\(start)\"/><endEvent id=\"\(end)\"/>\(nodes)"
            + flows.map(SketchedProcess.arrow).joined()
        (nodes, flows) = (outerNodes + "<subProcess id=\"\(id)\">\(body)</subProcess>", outerFlows)
        return (id, id)
    }
}
