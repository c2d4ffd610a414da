using System.Globalization;
using CrimeInsight.Core.Incidents;
using CrimeInsight.Core.Jurisdictions;
using CrimeInsight.Core.People;
using CrimeInsight.Core.Queries;
using CrimeInsight.Core.Reference;

namespace CrimeInsight.Tests.Support;

/// <summary>Answers a query by looking at every incident in memory: no SQL, no rollups, no shared code.</summary>
internal sealed class QueryOracle(ReferenceData reference, IReadOnlyList<TestIncident> incidents)
{
    private readonly JurisdictionTree _places = reference.Jurisdictions;
    private readonly CrimeHeadTree _heads = reference.Heads;

    /// <summary>Cases by the keys of the rows.</summary>
    public Dictionary<string, int> Count(IncidentQuery query, Viewer viewer) => incidents
        .Where(incident => Matches(incident, query))
        .Select(incident => KeyOf(incident, query, viewer))
        .OfType<string>()
        .GroupBy(key => key)
        .ToDictionary(group => group.Key, group => group.Count());

    private bool Matches(TestIncident incident, IncidentQuery query) =>
        incident.CountedOn(query.CountedBy) >= query.Period.From
        && incident.CountedOn(query.CountedBy) < query.Period.Until
        && (query.Heads.IsEmpty || _heads.SelfAndAncestors(incident.HeadId).Any(head => query.Heads.Contains(head.Code)))
        && (query.Genders.IsEmpty || query.Genders.Contains(incident.Gender))
        && (query.AgeBands.IsEmpty || query.AgeBands.Contains(incident.AgeBand))
        && (query.Statuses.IsEmpty || query.Statuses.Contains(incident.Status))
        && (query.Weekdays.IsEmpty || query.Weekdays.Contains(incident.KnownWeekday))
        && (query.Hours.IsEmpty || query.Hours.Contains(incident.KnownHour));

    // Null: outside what was asked for, outside the person's rights, or in no group.
    private string? KeyOf(TestIncident incident, IncidentQuery query, Viewer viewer)
    {
        var place = _places.AtOrdinal(incident.Ordinal)!;
        if (!IsAllowed(place, query, viewer))
            return null;
        var keys = query.Dimensions.Select(dimension => KeyOf(incident, place, dimension, query, viewer)).ToList();
        return keys.Contains(null) ? null : string.Join('|', keys);
    }

    private bool IsAllowed(Jurisdiction place, IncidentQuery query, Viewer viewer)
    {
        var line = _places.SelfAndAncestors(place).ToList();
        return line.Any(node => viewer.JurisdictionIds.Contains(node.Id))
            && (query.Jurisdictions.IsEmpty || line.Any(node => query.Jurisdictions.Contains(node.Code)));
    }

    private string? KeyOf(TestIncident incident, Jurisdiction place, Dimension dimension, IncidentQuery query, Viewer viewer) => dimension switch
    {
        Dimension.Jurisdiction => PlaceKey(place, query, viewer),
        Dimension.Head => _heads.SelfAndAncestors(incident.HeadId).First(head => head.Level <= query.HeadLevel).Code,
        Dimension.Month => incident.CountedOn(query.CountedBy).ToString("yyyy-MM", CultureInfo.InvariantCulture),
        Dimension.Day => incident.CountedOn(query.CountedBy).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        Dimension.Year => incident.CountedOn(query.CountedBy).ToString("yyyy", CultureInfo.InvariantCulture),
        Dimension.Weekday => incident.KnownWeekday.ToString(CultureInfo.InvariantCulture),
        Dimension.Hour => incident.KnownHour.ToString(CultureInfo.InvariantCulture),
        Dimension.Gender => incident.Gender.ToString(),
        Dimension.AgeBand => incident.AgeBand.ToString(),
        Dimension.Status => incident.Status.ToString(),
        _ => throw new ArgumentOutOfRangeException(nameof(dimension)),
    };

    private string? PlaceKey(Jurisdiction place, IncidentQuery query, Viewer viewer)
    {
        var allowed = _places.SelfAndAncestors(place).Where(node => IsAllowed(node, query, viewer)).ToList();
        if (query.JurisdictionLevel is { } level)
            return allowed.FirstOrDefault(node => node.Level == level)?.Code;
        // Below the topmost allowed node; a node without parts stands for itself.
        var root = allowed[^1];
        return _places.ChildrenOf(root.Id).Count == 0 ? root.Code : allowed.Count > 1 ? allowed[^2].Code : null;
    }
}
