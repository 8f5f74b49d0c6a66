import DecisionModel
import Testing

@Suite("FEEL ranges")
struct FEELRangeTests {
    @Test(
        "points and ranges stand in Allen's relations",
        arguments: FEELVector.lines(
            #"""
            before(1, 10) → true
            before([1..5), [5..10]) → true
            before([1..5], [5..10]) → false
            after((5..10], [1..5]) → true
            meets([1..5], [5..10]) → true
            meets([1..5], (5..10]) → false
            met by([5..10], [1..5]) → true
            overlaps([5..10], [1..6]) → true
            overlaps([1..5), [5..10]) → false
            overlaps before([1..5], [4..10]) → true
            overlaps after([4..10], [1..5]) → true
            finishes(10, [1..10]) → true
            finishes(10, [1..10)) → false
            finished by([1..10], [5..10]) → true
            includes([1..10], 5) → true
            includes([1..10), 10) → false
            during([4..5], [1..10]) → true
            starts(1, [1..5]) → true
            starts([1..3), [1..5]) → true
            started by([1..10], [1..5]) → true
            coincides([1..5], [1..5]) → true
            coincides(3, 4) → false
            before(1, "a") → null
            """#))
    func ranges(_ vector: FEELVector) throws { try vector.check() }
}
