import BusinessProcess
import Foundation
import Testing

@Suite("The processes of the district")
struct DistrictProcessTests {
    @Test("Each can be published", arguments: DistrictProcess.names)
    func published(_ name: String) throws {
        #expect(ProcessDefinition.findings(in: Data(try DistrictProcess.xml(name).utf8)) == [])
        let definition = try DistrictProcess.definition(name)
        #expect(definition.id == name && Int(definition.version) != nil && !definition.name.isEmpty)
    }

    @Test("Everything is drawn: every node, every arrow, every lane", arguments: DistrictProcess.names)
    func drawn(_ name: String) throws {
        let definition = try DistrictProcess.definition(name)
        let shapes = Set(definition.diagram.shapes.map(\.element))
        #expect(shapes == Set(definition.elements.keys).union(definition.lanes.map(\.id)))
        #expect(definition.diagram.edges.map(\.element).sorted() == definition.flows.map(\.id).sorted())
        #expect(definition.elements.keys.allSatisfy { definition.lane(of: $0) != nil })
    }

    @Test("Arrows begin and end at the figures they connect", arguments: DistrictProcess.names)
    func docked(_ name: String) throws {
        let definition = try DistrictProcess.definition(name)
        let shapes = Dictionary(grouping: definition.diagram.shapes, by: \.element)
        for edge in definition.diagram.edges {
            let flow = try #require(definition.flows.first { $0.id == edge.element })
            for (end, point) in [(flow.source, edge.points.first), (flow.target, edge.points.last)] {
                let bounds = try #require(shapes[end]?.first?.bounds)
                let isAt = bounds.holds(try #require(point))
                #expect(isAt, "\(edge.element)")
            }
        }
    }

    @Test(
        "Whoever refuses must give reasons, and the favourable outcome stands first",
        arguments: DistrictProcess.names)
    func outcomes(_ name: String) throws {
        let adverse: Set = ["refuse", "supplement", "deny", "fail", "disagree", "broken", "incomplete"]
        // Whether what was granted falls is explained either way.
        for task in try DistrictProcess.definition(name).userTasks where task.id != "decideRevocation" {
            #expect(task.outcomes.allSatisfy { $0.needsOpinion == adverse.contains($0.code) }, "\(task.id)")
            #expect(task.outcomes.first?.needsOpinion == false, "\(task.id)")
        }
    }

    @Test(
        "Every way anyone can decide, and every deadline missed, leads to an end",
        arguments: DistrictProcess.names)
    func everyPath(_ name: String) throws {
        let definition = try DistrictProcess.definition(name)
        let alone = try Exploration(definition, joint: false)
        #expect(alone.dead.isEmpty)
        guard name != "open-restaurant", !name.hasPrefix("joint-") else {
            #expect(alone.ends == ["closed", "refused"])
            return #expect(alone.taken == Set(definition.flows.map(\.id)))
        }
        // What was granted on a promise may fall afterwards.
        let after: Set = name == "notification-commitment" ? ["revoked"] : []
        #expect(alone.ends == after.union(["granted", "denied", "refused"]))
        let joint = try Exploration(definition, joint: true)
        #expect(joint.ends == after.union(["granted", "denied"]))
        let proven = try Exploration(definition, joint: false, proven: true)
        #expect(
            alone.taken.union(joint.taken).union(proven.taken) == Set(definition.flows.map(\.id)))
    }
}

extension ProcessDiagram.Bounds {
    fileprivate func holds(_ point: ProcessDiagram.Point) -> Bool {
        let isBeside = point.x < x || point.x > x + width
        let isAboveOrBelow = point.y < y || point.y > y + height
        return !isBeside && !isAboveOrBelow
    }
}
