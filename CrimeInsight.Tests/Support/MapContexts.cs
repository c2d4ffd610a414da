using CrimeInsight.Core.Incidents;
using CrimeInsight.Core.People;
using CrimeInsight.Core.Reference;
using CrimeInsight.Core.Scopes;

namespace CrimeInsight.Tests.Support;

/// <summary>Scopes over <see cref="SmallReference"/>.</summary>
internal static class MapContexts
{
    public static readonly DataStatus Status = new(7, true, 1000, new(2023, 1, 1), new(2025, 1, 1), null);

    /// <summary>A person bound to the given places, looking at one of them or at all.</summary>
    public static Scope Of(string? place, params string[] roots)
    {
        var tree = SmallReference.Data.Jurisdictions;
        var bound = roots.Select(code => tree.Find(code)!).ToArray();
        var shown = place is null ? (bound.Length == 1 ? bound[0] : null) : tree.Find(place);
        return new Scope(
            new ScopeCodes(place),
            new Viewer(Guid.Empty, "asha", PersonRole.Supervisor, [.. bound.Select(root => root.Id)]),
            SmallReference.Data,
            Status,
            [.. bound],
            shown is null ? [] : [shown],
            [],
            Period.Year(2024));
    }
}
