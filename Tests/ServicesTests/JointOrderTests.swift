import Services
import Testing

@Suite("The order of a joint service's items")
struct JointOrderTests {
    @Test("Items that wait for each other in a circle are found, each before the next")
    func circle() {
        let order = JointOrder(
            ["a", "b", "c", "d"], needs: ["a": ["c"], "b": ["a"], "c": ["b"], "d": ["a"]])
        #expect(order.circle == ["a", "c", "b"])
        #expect(JointOrder(["a"], needs: ["a": ["a"]]).circle == ["a"])
    }

    @Test("What waits for nothing is done at once; the rest stands one step behind the last it waits for")
    func levels() {
        let order = JointOrder(["a", "b", "c", "d"], needs: ["c": ["a"], "d": ["c", "b"]])
        #expect(order.circle == nil)
        #expect(order.levels == [["a", "b"], ["c"], ["d"]])
        #expect(order.allNeeds(of: "d") == ["a", "b", "c"])
    }

    @Test("The drawing needs no arrow for what another arrow says already")
    func direct() {
        let order = JointOrder(["a", "b", "c"], needs: ["b": ["a"], "c": ["a", "b"]])
        #expect(order.needs(of: "c") == ["a", "b"])
        #expect(order.directNeeds(of: "c") == ["b"])
        #expect(order.followers(of: "a") == ["b"])
    }

    @Test("The longest way is reckoned by days, not by the number of items")
    func longest() {
        let order = JointOrder(["a", "b", "c"], needs: ["b": ["a"]])
        let days: [String: Double] = ["a": 1, "b": 2, "c": 7]
        #expect(order.longestWay { days[$0] ?? 0 } == ["c"])
        #expect(order.longestWay { $0 == "c" ? 2 : 1.5 } == ["a", "b"])
    }

    @Test("What is said of items that are not among them does not count")
    func strangers() {
        let order = JointOrder(["a", "b"], needs: ["a": ["z"], "z": ["b"]])
        #expect(order.circle == nil && order.levels == [["a", "b"]])
    }
}
