using CrimeInsight.Core.Incidents;

namespace CrimeInsight.Core.OfficialFigures;

/// <summary>
/// What official figures count: a crime head by its code, or one of the printed groupings that cut across heads. Codes of groupings are stored.
/// </summary>
public static class OfficialMeasures
{
    /// <summary>All cognizable crimes.</summary>
    public const string Total = "total-cognizable";

    /// <summary>Those under the Penal Code or the Nyaya Sanhita.</summary>
    public const string TotalIpc = "total-ipc";

    /// <summary>Those under special and local laws.</summary>
    public const string TotalSll = "total-sll";

    /// <summary>Printed totals that national sums are shown of, in the order in which they are shown.</summary>
    public static IReadOnlyList<string> Printed { get; } = [Total, TotalIpc, TotalSll, "murder", "women-official", "cyber-official"];

    /// <summary>What counts the same as a head: all cognizable crimes are all heads.</summary>
    public static string Of(CrimeHead head) => head.ParentId is null ? Total : head.Code;

    /// <summary>The head that counts the same; null: a grouping.</summary>
    public static CrimeHead? HeadOf(string measure, CrimeHeadTree tree) => measure == Total ? tree.Root : tree.Find(measure);
}
