/// A net as other programs read it: PNML (ISO/IEC 15909-2), with the final marking and the silent transitions written as ProM
/// writes them, for which the standard has no words.
public struct PNML: Sendable {
    private let name: String
    private let net: PetriNet

    /// A net under a name.
    public init(_ net: PetriNet, name: String) { (self.net, self.name) = (net, name) }

    /// The file.
    public var text: String {
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <pnml xmlns="http://www.pnml.org/version-2009/grammar/pnml">
        <net id="net" type="http://www.pnml.org/version-2009/grammar/ptnet">
        <name><text>\(XESLog.escaped(name))</text></name>
        <page id="page">
        \(net.places.indices.map(place).joined(separator: "\n"))
        \(net.transitions.indices.map(transition).joined(separator: "\n"))
        </page>
        <finalmarkings><marking><place idref="p\(PetriNet.sink)"><text>1</text></place></marking></finalmarkings>
        </net>
        </pnml>

        """
    }

    private func place(_ number: Int) -> String {
        let tokens = number == PetriNet.source ? "<initialMarking><text>1</text></initialMarking>" : ""
        let name = XESLog.escaped(net.places[number])
        return "<place id=\"p\(number)\"><name><text>\(name)</text></name>\(tokens)</place>"
    }

    private func transition(_ number: Int) -> String {
        let transition = net.transitions[number]
        let name = XESLog.escaped(transition.step ?? "t\(number)")
        let silent =
            "<toolspecific tool=\"ProM\" version=\"6.4\" activity=\"$invisible$\" localNodeID=\"t\(number)\"/>"
        let head =
            "<transition id=\"t\(number)\"><name><text>\(name)</text></name>\(transition.step == nil ? silent : "")</transition>"
        return head + transition.inputs.map { arc("p\($0)", "t\(number)") }.joined()
            + transition.outputs.map { arc("t\(number)", "p\($0)") }.joined()
    }

    private func arc(_ source: String, _ target: String) -> String {
        "\n<arc id=\"\(source)-\(target)\" source=\"\(source)\" target=\"\(target)\"><inscription><text>1</text></inscription></arc>"
    }
}
