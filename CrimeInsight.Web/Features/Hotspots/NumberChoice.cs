using System.Collections.Immutable;
using System.Globalization;
using CrimeInsight.Web.Shared.Controls;

namespace CrimeInsight.Web.Features.Hotspots;

/// <summary>One of a few numbers.</summary>
/// <param name="unitKey">Text with a place for the number.</param>
/// <param name="usual">Meant when the member is absent.</param>
/// <param name="zeroKey">Text instead of 0; null where 0 is not offered.</param>
public sealed class NumberChoice(string name, int order, string labelKey, string unitKey, int usual, ImmutableArray<int> numbers, string? zeroKey = null)
    : SettingChoice(name, order, labelKey)
{
    public int Usual => usual;

    public override IEnumerable<string> Keys => zeroKey is null ? [LabelKey, unitKey] : [LabelKey, unitKey, zeroKey];

    public int Of(HotspotDetail detail) => detail[this] is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : usual;

    public override string? Read(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number != usual && numbers.Contains(number) ? Write(number)
            : null;

    public override string ValueOf(HotspotPageState page) => Write(Of(page.Choice.Detail));

    public override IEnumerable<ChoiceOption> Options(HotspotTextFormat words) =>
        numbers.Select(number => new ChoiceOption(Write(number), number == 0 && zeroKey is not null ? words.Text[zeroKey] : words.Text[unitKey, number]));

    private static string Write(int number) => number.ToString(CultureInfo.InvariantCulture);
}
