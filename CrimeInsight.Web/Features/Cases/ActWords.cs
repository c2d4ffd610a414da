using System.Collections.Frozen;
using CrimeInsight.Web.Resources;

namespace CrimeInsight.Web.Features.Cases;

/// <summary>Words for acts, by the letters and digits of their names in the table of sections.</summary>
internal static class ActWords
{
    private static readonly FrozenDictionary<string, string> s_keys = new Dictionary<string, string>
    {
        ["ArmsAct1959"] = nameof(CasesText.ActArmsAct1959),
        ["BNS"] = nameof(CasesText.ActBNS),
        ["DPAct1961"] = nameof(CasesText.ActDPAct1961),
        ["ElectricityAct2003"] = nameof(CasesText.ActElectricityAct2003),
        ["IPC"] = nameof(CasesText.ActIPC),
        ["ITAct2000"] = nameof(CasesText.ActITAct2000),
        ["MVAct1988"] = nameof(CasesText.ActMVAct1988),
        ["NDPS"] = nameof(CasesText.ActNDPS),
        ["OtherSLL"] = nameof(CasesText.ActOtherSLL),
        ["POCSO"] = nameof(CasesText.ActPOCSO),
        ["PublicGamblingAct1867andStateActs"] = nameof(CasesText.ActPublicGamblingAct1867andStateActs),
        ["SCSTPoAAct1989"] = nameof(CasesText.ActSCSTPoAAct1989),
        ["StateExciseActs"] = nameof(CasesText.ActStateExciseActs),
        ["StateProhibitionActs"] = nameof(CasesText.ActStateProhibitionActs),
    }.ToFrozenDictionary();

    /// <summary>Key of an act's name; null for an act of the department's own.</summary>
    public static string? KeyOf(string act) => s_keys.GetValueOrDefault(string.Concat(act.Where(char.IsLetterOrDigit)));
}
