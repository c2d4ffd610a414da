using MudBlazor;

namespace CrimeInsight.Web.Shared.Layout;

/// <summary>
/// The look of the product: peacock teal on cool paper, saffron for what needs attention. Text meets 4.5 : 1 on every
/// surface it is used on, in both palettes.
/// </summary>
public static class CrimeInsightTheme
{
    private static readonly string[] s_fonts = ["Noto Sans", "system-ui", "sans-serif"];

    public static MudTheme Instance { get; } = new()
    {
        PaletteLight = Light(),
        PaletteDark = Dark(),
        Typography = Type(),
        LayoutProperties = new LayoutProperties { DefaultBorderRadius = "10px", AppbarHeight = "60px" },
    };

    private static PaletteLight Light() => new()
    {
        Primary = "#0b5e73",
        PrimaryContrastText = "#ffffff",
        Secondary = "#a14f0b",
        SecondaryContrastText = "#ffffff",
        Tertiary = "#5a4a9c",
        Info = "#1c5fa8",
        Success = "#1a7546",
        Warning = "#8f5a00",
        Error = "#b3261e",
        Dark = "#14232b",
        TextPrimary = "#14232b",
        TextSecondary = "#4b5c66",
        TextDisabled = "#8a99a2",
        ActionDefault = "#4b5c66",
        Background = "#f3f6f8",
        BackgroundGray = "#e9eef1",
        Surface = "#ffffff",
        AppbarBackground = "#ffffff",
        AppbarText = "#14232b",
        DrawerBackground = "#0a2a35",
        DrawerText = "#c9dbe1",
        DrawerIcon = "#c9dbe1",
        LinesDefault = "#dbe3e8",
        LinesInputs = "#7d8d97",
        Divider = "#dfe6ea",
        DividerLight = "#ebf0f3",
        TableLines = "#e3e9ed",
        TableStriped = "#f7f9fa",
        TableHover = "#eef4f6",
        Skeleton = "#e3e9ed",
    };

    private static PaletteDark Dark() => new()
    {
        Primary = "#63c5d8",
        PrimaryContrastText = "#04222b",
        Secondary = "#f2a65e",
        SecondaryContrastText = "#2b1600",
        Tertiary = "#b4a5ee",
        Info = "#84b9f2",
        Success = "#6fcf97",
        SuccessContrastText = "#06231a",
        Warning = "#edbb5f",
        WarningContrastText = "#2b1c00",
        Error = "#ff8f86",
        ErrorContrastText = "#330502",
        Dark = "#0a1317",
        TextPrimary = "#e6eef1",
        TextSecondary = "#a5b6bf",
        TextDisabled = "#6c7d86",
        ActionDefault = "#a5b6bf",
        Background = "#0b1418",
        BackgroundGray = "#101c22",
        Surface = "#131f25",
        AppbarBackground = "#131f25",
        AppbarText = "#e6eef1",
        DrawerBackground = "#081116",
        DrawerText = "#b6c8cf",
        DrawerIcon = "#b6c8cf",
        LinesDefault = "#26363e",
        LinesInputs = "#72848d",
        Divider = "#22313a",
        DividerLight = "#1b2930",
        TableLines = "#22313a",
        TableStriped = "#15232a",
        TableHover = "#1a2a32",
        Skeleton = "#22313a",
    };

    private static Typography Type() => new()
    {
        Default = new DefaultTypography { FontFamily = s_fonts, FontSize = ".9375rem", LineHeight = "1.55", LetterSpacing = "0" },
        H1 = new H1Typography { FontFamily = s_fonts, FontSize = "1.5rem", FontWeight = "700", LineHeight = "1.35", LetterSpacing = "-.01em" },
        H2 = new H2Typography { FontFamily = s_fonts, FontSize = "1.25rem", FontWeight = "700", LineHeight = "1.4", LetterSpacing = "0" },
        H3 = new H3Typography { FontFamily = s_fonts, FontSize = "1.125rem", FontWeight = "600", LineHeight = "1.45", LetterSpacing = "0" },
        H4 = new H4Typography { FontFamily = s_fonts, FontSize = "1.5rem", FontWeight = "700", LineHeight = "1.35", LetterSpacing = "0" },
        H5 = new H5Typography { FontFamily = s_fonts, FontSize = "1.25rem", FontWeight = "600", LineHeight = "1.4", LetterSpacing = "0" },
        H6 = new H6Typography { FontFamily = s_fonts, FontSize = "1.0625rem", FontWeight = "600", LineHeight = "1.5", LetterSpacing = "0" },
        Subtitle1 = new Subtitle1Typography { FontFamily = s_fonts, FontSize = "1rem", FontWeight = "500", LetterSpacing = "0" },
        Subtitle2 = new Subtitle2Typography { FontFamily = s_fonts, FontSize = ".875rem", FontWeight = "600", LetterSpacing = "0" },
        Body1 = new Body1Typography { FontFamily = s_fonts, FontSize = ".9375rem", LineHeight = "1.55", LetterSpacing = "0" },
        Body2 = new Body2Typography { FontFamily = s_fonts, FontSize = ".875rem", LineHeight = "1.5", LetterSpacing = "0" },
        Button = new ButtonTypography { FontFamily = s_fonts, FontSize = ".9375rem", FontWeight = "600", TextTransform = "none", LetterSpacing = "0" },
        Caption = new CaptionTypography { FontFamily = s_fonts, FontSize = ".8125rem", LineHeight = "1.5", LetterSpacing = "0" },
        Overline = new OverlineTypography
        {
            FontFamily = s_fonts,
            FontSize = ".75rem",
            FontWeight = "600",
            LineHeight = "1.6",
            LetterSpacing = "0",
            TextTransform = "none",
        },
    };
}
