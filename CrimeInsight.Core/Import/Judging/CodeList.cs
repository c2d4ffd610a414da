using System.Collections.Frozen;

namespace CrimeInsight.Core.Import.Judging;

/// <summary>What words for a value mean, whatever their case. As they stand in the list they are found fastest.</summary>
internal sealed class CodeList<T>
    where T : struct, Enum
{
    private readonly FrozenDictionary<string, T>.AlternateLookup<ReadOnlySpan<char>> _asListed;
    private readonly FrozenDictionary<string, T>.AlternateLookup<ReadOnlySpan<char>> _inAnyCase;

    private readonly Dictionary<T, string> _names;

    public CodeList(Dictionary<T, string[]> words)
    {
        var pairs = words.SelectMany(entry => entry.Value.Select(word => KeyValuePair.Create(word, entry.Key))).ToArray();
        _names = words.ToDictionary(entry => entry.Key, entry => entry.Value[0]);
        _asListed = pairs.ToFrozenDictionary(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        _inAnyCase = pairs.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>How the canonical file has it: the first of its words.</summary>
    public string NameOf(T value) => _names[value];

    public bool TryFind(ReadOnlySpan<char> text, out T value) => _asListed.TryGetValue(text, out value) || _inAnyCase.TryGetValue(text, out value);
}
