using CrimeInsight.Core.Geography;

namespace CrimeInsight.Core.Places;

/// <summary>An edit of the tree of places, as an administrator asks for it.</summary>
/// <param name="PlaceId">The place edited; of one that is added the place above it.</param>
/// <param name="From">First day on which it holds; not in the future.</param>
/// <param name="Reason">Number of the order, or whatever else it rests on.</param>
public sealed record PlaceRequest(PlaceEditKind Kind, int PlaceId, DateOnly From, string Reason)
{
    /// <summary>Where a station goes, or what a place is merged into.</summary>
    public int? OtherId { get; init; }

    /// <summary>Of a new place, such as IN-AP-745.</summary>
    public string? Code { get; init; }

    /// <summary>By two-letter language; <c>en</c> always present. Of new and renamed places.</summary>
    public IReadOnlyDictionary<string, string>? Names { get; init; }

    /// <summary>Stations that go to a district that is split off.</summary>
    public IReadOnlyList<int> StationIds { get; init; } = [];

    /// <summary>Of the residents, who live in what is split off (0–1); null: unknown, and then both numbers of residents are.</summary>
    public double? Share { get; init; }

    /// <summary>By year; null takes a year's number away.</summary>
    public IReadOnlyDictionary<int, long?>? Residents { get; init; }

    /// <summary>Null takes the point away.</summary>
    public GeoPoint? Point { get; init; }
}
