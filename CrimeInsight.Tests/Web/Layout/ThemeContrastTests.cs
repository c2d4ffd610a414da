using CrimeInsight.Tests.Web.Charts;
using CrimeInsight.Web.Shared.Layout;
using MudBlazor;
using MudBlazor.Utilities;

namespace CrimeInsight.Tests.Web.Layout;

public sealed class ThemeContrastTests
{
    public static TheoryData<string, bool> Pairs => new()
    {
        { nameof(Palette.TextPrimary), false }, { nameof(Palette.TextSecondary), false }, { nameof(Palette.Primary), false },
        { nameof(Palette.Secondary), false }, { nameof(Palette.Error), false }, { nameof(Palette.Success), false }, { nameof(Palette.Warning), false },
        { nameof(Palette.Info), false },
        { nameof(Palette.TextPrimary), true }, { nameof(Palette.TextSecondary), true }, { nameof(Palette.Primary), true },
        { nameof(Palette.Secondary), true }, { nameof(Palette.Error), true }, { nameof(Palette.Success), true }, { nameof(Palette.Warning), true },
        { nameof(Palette.Info), true },
    };

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Text_OnPaperAndOnPanels_MeetsAa(string member, bool isDark)
    {
        Palette palette = isDark ? CrimeInsightTheme.Instance.PaletteDark : CrimeInsightTheme.Instance.PaletteLight;
        var text = Hex((MudColor)typeof(Palette).GetProperty(member)!.GetValue(palette)!);

        Assert.All(new[] { palette.Surface, palette.Background }, surface => Assert.InRange(ApexChartTests.Contrast(text, Hex(surface)), 4.5, 21));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Buttons_TextOnFill_MeetsAa(bool isDark)
    {
        Palette palette = isDark ? CrimeInsightTheme.Instance.PaletteDark : CrimeInsightTheme.Instance.PaletteLight;

        Assert.InRange(ApexChartTests.Contrast(Hex(palette.PrimaryContrastText), Hex(palette.Primary)), 4.5, 21);
        Assert.InRange(ApexChartTests.Contrast(Hex(palette.ErrorContrastText), Hex(palette.Error)), 4.5, 21);
        Assert.InRange(ApexChartTests.Contrast(Hex(palette.SecondaryContrastText), Hex(palette.Secondary)), 4.5, 21);
    }

    private static string Hex(MudColor colour) => colour.ToString(MudColorOutputFormats.Hex);
}
