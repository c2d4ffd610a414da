using System.Collections.Immutable;
using CrimeInsight.Core.Incidents;
using CrimeInsight.Core.Jurisdictions;
using CrimeInsight.Core.People;
using CrimeInsight.Core.Queries;
using CrimeInsight.Core.Reference;
using CrimeInsight.Core.Scopes;

namespace CrimeInsight.Core.Hotspots;

/// <summary>Which places a scope is looked at by, and their cases, as semantic queries run as the person.</summary>
public sealed class PlaceCasesReader(IIncidentQueryRunner queries, IReferenceDataReader references)
{
    /// <summary>
    /// Districts of a country or of several places; stations of a state, a district or whatever lies between. Of a head whose
    /// victims are protected always districts.
    /// </summary>
    public async Task<(
        JurisdictionLevel Level, ImmutableArray<Jurisdiction> Places)> PlacesAsync(ScopeCodes scope, Viewer viewer, CancellationToken cancellationToken)
    {
        var reference = await references.GetAsync(cancellationToken).ConfigureAwait(false);
        var tree = reference.Jurisdictions;
        var known = Roots(tree, scope, viewer);
        var level = known is [{ Level: > JurisdictionLevel.Country } only] && !OpenLeaves(reference.Heads, scope.Head).IsEmpty
            && tree.Within(only, JurisdictionLevel.Station).Any() ? JurisdictionLevel.Station : JurisdictionLevel.District;
        return (level, [.. known.SelectMany(root => tree.Within(root, level)).Where(place => place.Point is not null).DistinctBy(place => place.Id)]);
    }

    /// <summary>The subtrees the places lie in; of a beat its station.</summary>
    public static ImmutableArray<Jurisdiction> Roots(JurisdictionTree tree, ScopeCodes scope, Viewer viewer)
    {
        var roots = scope.Place is { } code ? [tree.Find(code)] : viewer.JurisdictionIds.Select(tree.Find);
        ImmutableArray<Jurisdiction> known = [.. roots.OfType<Jurisdiction>()];
        return known is [{ Level: > JurisdictionLevel.Station } beat] ? [tree.AncestorAt(beat, JurisdictionLevel.Station) ?? beat] : known;
    }

    /// <summary>Ways to count the head, the fullest first: as it is, and without the heads whose victims are protected.</summary>
    public async Task<ImmutableArray<(
        ImmutableArray<string> Heads, bool IsWithoutSensitive)>> HeadsAsync(ScopeCodes scope, JurisdictionLevel level, CancellationToken cancellationToken)
    {
        var tree = (await references.GetAsync(cancellationToken).ConfigureAwait(false)).Heads;
        ImmutableArray<string> whole = scope.Head is { } code ? [code] : [];
        var open = OpenLeaves(tree, scope.Head);
        var head = scope.Head is null ? tree.Root : tree.Find(scope.Head) ?? tree.Root;
        if (open.IsEmpty || open.Length == tree.LeavesOf(head.Id).Count())
            return [(whole, false)];
        return level == JurisdictionLevel.Station ? [(open, true)] : [(whole, false), (open, true)];
    }

    /// <summary>All of the head's victims are protected.</summary>
    public async Task<bool> IsProtectedAsync(ScopeCodes scope, CancellationToken cancellationToken) =>
        OpenLeaves((await references.GetAsync(cancellationToken).ConfigureAwait(false)).Heads, scope.Head).IsEmpty;

    /// <summary>Leaf heads beside those of the request, without those whose victims are protected.</summary>
    public async Task<ImmutableArray<string>> OtherHeadsAsync(ScopeCodes scope, CancellationToken cancellationToken)
    {
        var tree = (await references.GetAsync(cancellationToken).ConfigureAwait(false)).Heads;
        return scope.Head is null ? [] : [.. OpenLeaves(tree, null).Except(OpenLeaves(tree, scope.Head))];
    }

    private static ImmutableArray<string> OpenLeaves(CrimeHeadTree tree, string? code)
    {
        var head = code is null ? tree.Root : tree.Find(code) ?? tree.Root;
        return [.. tree.LeavesOf(head.Id).Where(leaf => !tree.SelfAndAncestors(leaf.Id).Any(one => one.IsSensitive)).Select(leaf => leaf.Code)];
    }

    /// <summary>Null when a figure is withheld: a gap would look like a place without cases.</summary>
    public async Task<PlaceCases?> ReadAsync(
        ImmutableArray<string> heads, string? jurisdictionCode, JurisdictionLevel level, ImmutableArray<Jurisdiction> places, Period period, Viewer viewer,
        CancellationToken cancellationToken)
    {
        var query = new IncidentQuery
        {
            Measures = [Measure.Count],
            Dimensions = [Dimension.Jurisdiction, Dimension.Month],
            Period = period,
            DateBasis = DateBasis.Occurred,
            Jurisdictions = jurisdictionCode is { } code ? [code] : [],
            Heads = heads,
            JurisdictionLevel = level,
        };
        var result = await queries.RunAsync(query, viewer, cancellationToken).ConfigureAwait(false);
        if (result.Withheld is not null || result.Rows.Any(row => row.IsSuppressed))
            return null;
        var months = period.Months;
        var cases = new int[places.Length * months];
        var positions = places.Select((place, i) => (place.Code, i)).ToDictionary(pair => pair.Code, pair => pair.i, StringComparer.Ordinal);
        foreach (var row in result.Rows)
        {
            if (!positions.TryGetValue(row.Keys[0].Code, out var place))
                continue;
            cases[place * months + (row.Keys[1].Month - Month.Of(period.From))] = (int)(row.Values[0] ?? 0);
        }

        return new PlaceCases(places, period, [.. cases]);
    }
}
