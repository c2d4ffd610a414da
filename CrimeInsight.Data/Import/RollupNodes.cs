using CrimeInsight.Core.Incidents;
using CrimeInsight.Core.Jurisdictions;

namespace CrimeInsight.Data.Import;

/// <summary>Heads by id and jurisdictions by their place in ordinal order, with their parents, in arrays.</summary>
internal sealed class RollupNodes
{
    /// <summary>Parent of the roots.</summary>
    public const int None = -1;

    private readonly Dictionary<int, int> _placeByOrdinal;
    private readonly int[] _circle;
    private readonly int[] _district;
    private readonly int[] _state;

    /// <param name="places">The jurisdictions of the database as it is now, in ordinal order.</param>
    public RollupNodes(IReadOnlyList<RollupPlace> places, CrimeHeadTree heads)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(places.Count, RollupKey.MaxPlaces);
        var positions = places.Select((place, index) => (place.Id, index)).ToDictionary(pair => pair.Id, pair => pair.index);
        _placeByOrdinal = places.Select((place, index) => (place.Ordinal, index)).ToDictionary(pair => pair.Ordinal, pair => pair.index);
        Ordinals = [.. places.Select(place => place.Ordinal)];
        PlaceLevels = [.. places.Select(place => (int)place.Level)];
        PlaceParents = [.. places.Select(place => place.ParentId is { } parent ? positions[parent] : None)];
        _circle = Finest(JurisdictionLevel.Circle);
        _district = Finest(JurisdictionLevel.District);
        _state = Finest(JurisdictionLevel.State);
        HeadLevels = new int[heads.All.Max(head => head.Id) + 1];
        ArgumentOutOfRangeException.ThrowIfGreaterThan(HeadLevels.Length, RollupKey.MaxHeads);
        HeadParents = new int[HeadLevels.Length];
        RootHead = heads.Root.Id;
        foreach (var head in heads.All)
            (HeadLevels[head.Id], HeadParents[head.Id]) = ((int)head.Level, head.ParentId ?? None);
    }

    public int[] Ordinals { get; }

    public int[] PlaceLevels { get; }

    public int[] PlaceParents { get; }

    public int[] HeadLevels { get; }

    public int[] HeadParents { get; }

    public int RootHead { get; }

    /// <summary>A jurisdiction's place by its ordinal; false when there is none: such rows are refused when the batch is judged.</summary>
    public bool TryFind(int ordinal, out int place) => _placeByOrdinal.TryGetValue(ordinal, out place);

    /// <summary>The finest jurisdiction at or above a place that <c>rollup_month</c> holds.</summary>
    public int CircleOf(int place) => _circle[place];

    /// <inheritdoc cref="CircleOf"/>
    public int DistrictOf(int place) => _district[place];

    /// <inheritdoc cref="CircleOf"/>
    public int StateOf(int place) => _state[place];

    // Parents come before their children.
    private int[] Finest(JurisdictionLevel level)
    {
        var finest = new int[Ordinals.Length];
        for (var place = 0; place < finest.Length; place++)
            finest[place] = PlaceLevels[place] <= (int)level || PlaceParents[place] == None ? place : finest[PlaceParents[place]];
        return finest;
    }
}
