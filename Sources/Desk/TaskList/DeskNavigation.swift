import Cases
import Licences
import Web

/// The lists beside every page of the desk, with how many things are in each.
struct DeskNavigation {
    let counts: [DeskQueue: DeskCount]
    /// Whether the officer serves at the counter.
    let isClerk: Bool
    /// Whether the officer looks after licences.
    var readsLicences = false
    /// The address of the list that is shown.
    let current: String

    /// What is done only grows, and nobody waits for it: it is not counted.
    var html: HTML {
        SideNavigation(
            "工作台",
            DeskQueue.allCases.map { queue in
                .init(queue.title, DeskPath.queue(queue), count: counts[queue]?.description)
            } + [.init("查找办件", DeskPath.search)]
                + (isClerk
                    ? [
                        .init("窗口代办", DeskPath.counter), .init("预审", DeskPath.prechecks),
                        .init("代办和监护登记", DeskPath.relatives),
                    ] : [])
                + (readsLicences ? [.init("本部门的证照", LicencePath.desk)] : []),
            current: current
        ).html
    }
}

extension DeskQueue {
    /// The heading of the list.
    var title: String {
        switch self {
        case .mine: "我的待办"
        case .organ: "部门待办"
        case .done: "已办"
        }
    }
}
