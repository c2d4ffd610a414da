using System.Collections.Immutable;

namespace CrimeInsight.Web.Features.Hotspots;

/// <summary>How methods work, as the address has it: whatever is chosen stays when another method is looked at. Absent members mean the default.</summary>
public sealed class HotspotDetail : IEquatable<HotspotDetail>
{
    private static readonly Comparer<SettingChoice> s_order =
        Comparer<SettingChoice>.Create((a, b) => a.Order != b.Order ? a.Order.CompareTo(b.Order) : string.CompareOrdinal(a.Name, b.Name));

    private readonly ImmutableSortedDictionary<SettingChoice, string> _values;

    public HotspotDetail()
        : this(ImmutableSortedDictionary.Create<SettingChoice, string>(s_order))
    {
    }

    private HotspotDetail(ImmutableSortedDictionary<SettingChoice, string> values) => _values = values;

    /// <summary>What is chosen; null: the usual.</summary>
    public string? this[SettingChoice choice] => _values.GetValueOrDefault(choice);

    /// <summary>Members of the address.</summary>
    public IEnumerable<(string Name, string? Value)> Members => _values.Select(pair => (pair.Key.Name, (string?)pair.Value));

    /// <param name="member">Value of a member of the address; null: absent.</param>
    /// <param name="choices">All that there are.</param>
    public static HotspotDetail Parse(Func<string, string?> member, IEnumerable<SettingChoice> choices) =>
        choices.Aggregate(new HotspotDetail(), (detail, choice) => detail.With(choice, member(choice.Name)));

    /// <summary>With another choice; null or unknown: the usual.</summary>
    public HotspotDetail With(SettingChoice choice, string? text) =>
        new(choice.Read(text) is { } value ? _values.SetItem(choice, value) : _values.Remove(choice));

    public bool Equals(HotspotDetail? other) => other is not null && _values.SequenceEqual(other._values);

    public override bool Equals(object? obj) => Equals(obj as HotspotDetail);

    public override int GetHashCode() => _values.Aggregate(0, (hash, pair) => HashCode.Combine(hash, pair.Key.Name, pair.Value));
}
