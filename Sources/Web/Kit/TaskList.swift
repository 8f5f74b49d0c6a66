/// What is to be filled in, each with where it is done and how far it has come.
public struct TaskList: Sendable {
    /// One thing to do.
    public struct Task: Sendable {
        let name: String
        let path: String
        let hint: String?
        let state: StatusBadge

        /// A thing to do; `hint` says what is missing.
        public init(_ name: String, _ path: String, hint: String? = nil, _ state: StatusBadge) {
            (self.name, self.path, self.hint, self.state) = (name, path, hint, state)
        }
    }

    private let tasks: [Task]

    /// The things to do, in the order in which they are best done.
    public init(_ tasks: [Task]) { self.tasks = tasks }

    /// The list.
    public var html: HTML { "<ul class=\"links task-list\">\(each: tasks.enumerated(), line)</ul>" }

    private func line(_ place: Int, _ task: Task) -> HTML {
        """
        <li><div><a href="\(task.path)" aria-describedby="task-\(place)">\(task.name)</a>
        \(task.hint.map { "<p class=\"hint\">\($0)</p>" })</div>
        <div id="task-\(place)">\(task.state.html)</div></li>
        """
    }
}
