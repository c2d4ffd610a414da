using System.Text.RegularExpressions;
using CrimeInsight.Core.Incidents;

namespace CrimeInsight.Core.Import.Judging;

/// <summary>
/// Words that tell which of the heads that share a section is meant: motorcycle, வாகனம், pistol. They stand in
/// seed-data/import-aliases.csv; one that ends in * is the beginning of a word.
/// </summary>
internal sealed class HeadWords
{
    private const int MostRemembered = 10_000;

    private readonly List<(CrimeHead Head, Regex Words)> _heads;
    private readonly Dictionary<string, CrimeHead?[]> _known = new(StringComparer.Ordinal);
    private readonly Dictionary<string, CrimeHead?[]>.AlternateLookup<ReadOnlySpan<char>> _bySpan;

    public HeadWords(CrimeHeadTree tree)
    {
        _bySpan = _known.GetAlternateLookup<ReadOnlySpan<char>>();
        _heads =
        [
            .. from entry in ImportAliases.All
               where entry.Kind == ImportAliases.Word
               group entry.Alias by entry.Code into words
               let head = tree.Find(words.Key)
               where head is not null
               orderby head.Rank
               select (head, PatternOf(words)),
        ];
    }

    /// <summary>The one of some heads that a text names; null when it names none.</summary>
    public CrimeHead? Find(ReadOnlySpan<char> text, IReadOnlyList<CrimeHead> among)
    {
        if (!_bySpan.TryGetValue(text, out var named))
        {
            if (_known.Count >= MostRemembered)
                _known.Clear();
            var all = text.ToString();
            _known[all] = named = [.. _heads.Where(entry => entry.Words.IsMatch(all)).Select(entry => entry.Head)];
        }

        return Array.Find(named, among.Contains);
    }

    private static Regex PatternOf(IEnumerable<string> words)
    {
        var any = string.Join('|', words.Select(word => word.EndsWith('*') ? Regex.Escape(word[..^1]) + @"[\p{L}\p{M}]*" : Regex.Escape(word) + "s?"));
        return new Regex($@"(?<![\p{{L}}\p{{M}}])(?:{any})(?![\p{{L}}\p{{M}}])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
    }
}
