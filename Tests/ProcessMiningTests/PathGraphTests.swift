import Testing

@testable import ProcessMining

@Suite("The picture of real paths")
struct PathGraphTests {
    private func graph(_ paths: [String]...) -> PathGraph {
        paths.reduce(into: PathGraph()) { graph, path in
            graph.add(trace(path.enumerated().map { ($1, $0, $0 + 1) }))
        }
    }

    @Test("a case that never ended is not drawn")
    func neverEnded() {
        var graph = PathGraph()
        graph.add(trace([("a", 0, 1)], isOver: false))
        #expect(graph.nodes.isEmpty && graph.edges.isEmpty)
    }

    @Test("a case without a step leads from coming in to the end")
    func noStep() {
        #expect(graph([]).edges.keys.sorted { $0.words < $1.words } == [.init(.start, .end)])
        #expect(GraphLayout(graph([])).rows == [[.start], [.end]])
    }

    @Test("an arrow knows how many went by it and how long it took")
    func edges() {
        let known = graph(["a", "b"], ["a"])
        #expect(known.edges[.init(.start, .step("a"))]?.count == 2)
        #expect(known.edges[.init(.step("a"), .step("b"))]?.quantile(50) == 3_600)
        #expect(known.nodes[.end] == 2)
    }

    @Test("a loop does not push what it leads back to down, and a step to itself stays where it is")
    func loop() {
        let layout = GraphLayout(graph(["a", "b"], ["a", "b", "a", "b"], ["a", "a", "b"]))
        #expect(layout.rows == [[.start], [.step("a")], [.step("b")], [.end]])
        #expect(layout.depth(of: .init(.step("b"), .step("a"))) == -1)
        #expect(layout.depth(of: .init(.step("a"), .step("a"))) == 0)
    }

    @Test("steps side by side share a row, and what skips rows is known")
    func rows() {
        let layout = GraphLayout(graph(["a", "c"], ["b", "c"], ["c"]))
        #expect(layout.rows == [[.start], [.step("a"), .step("b")], [.step("c")], [.end]])
        #expect(layout.depth(of: .init(.start, .step("c"))) == 2)
    }

    @Test("of more than can be drawn the ends and the most trodden ways are kept")
    func most() {
        let cut = graph(["a", "b"], ["a", "b"], ["c"]).most(nodes: 4, edges: 3)
        #expect(Set(cut.nodes.keys) == [.start, .end, .step("a"), .step("b")])
        #expect(cut.edges.count == 3)
    }
}
