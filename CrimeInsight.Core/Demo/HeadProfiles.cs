using System.Collections.Frozen;
using System.Collections.Immutable;

namespace CrimeInsight.Core.Demo;

/// <summary>The profile of each head, by code. A head without one gets <see cref="Default"/>.</summary>
internal static class HeadProfiles
{
    public static readonly HeadProfile Default = new(SeasonClass.Flat, LockdownClass.Street, HourShape.Evening);

    /// <summary>Burglars come back; car thieves less so. Sizes as in near-repeat studies (Townsley et al. 2003; Johnson et al. 2007).</summary>
    public static readonly ImmutableArray<ContagionTruth> Contagions =
    [
        new("burglary", 0.22, 70, 200, 5, 14),
        new("auto-theft", 0.14, 70, 200, 4, 14),
    ];

    private static readonly HeadProfile s_violence = new(SeasonClass.Violence, LockdownClass.Street, HourShape.Evening)
    {
        HotspotShare = 0.20,
        Ways = WaysOfWorking.Weapons,
    };

    private static readonly HeadProfile s_women = new(SeasonClass.Women, LockdownClass.Private, HourShape.Evening)
    {
        HotspotShare = 0.15,
        Delay = DelayShape.Domestic,
        Victim = VictimShape.Woman,
    };

    private static readonly HeadProfile s_theft = new(SeasonClass.Theft, LockdownClass.Street, HourShape.Market)
    {
        HotspotShare = 0.35,
        Lean = PlaceLean.Urban,
        Delay = DelayShape.Property,
        Victim = VictimShape.Owner,
        Offender = OffenderShape.Unidentified,
        Disposal = DisposalShape.Untraced,
    };

    private static readonly HeadProfile s_deceit = new(SeasonClass.Fraud, LockdownClass.Online, HourShape.Office)
    {
        HotspotShare = 0.08,
        Lean = PlaceLean.Urban,
        Delay = DelayShape.Deceit,
        Victim = VictimShape.Owner,
        Offender = OffenderShape.Deceiver,
        Disposal = DisposalShape.Documents,
        RangeShare = 0.10,
        RangeMedianHours = 60,
        Ways = WaysOfWorking.Deceit,
    };

    private static readonly HeadProfile s_road = new(SeasonClass.Traffic, LockdownClass.Street, HourShape.Commute)
    {
        HotspotShare = 0.25,
        Delay = DelayShape.Detected,
        Victim = VictimShape.RoadUser,
        Offender = OffenderShape.Driver,
        Disposal = DisposalShape.Named,
        Ways = WaysOfWorking.Driving,
    };

    private static readonly HeadProfile s_detected = new(SeasonClass.Liquor, LockdownClass.Street, HourShape.Evening)
    {
        HotspotShare = 0.20,
        Delay = DelayShape.Detected,
        Victim = VictimShape.Nobody,
        Offender = OffenderShape.Caught,
        Disposal = DisposalShape.Summary,
    };

    private static readonly HeadProfile s_order = new(SeasonClass.Violence, LockdownClass.Street, HourShape.Evening)
    {
        HotspotShare = 0.22,
        Delay = DelayShape.Prompt,
    };

    private static readonly FrozenDictionary<string, HeadProfile> s_profiles = new Dictionary<string, HeadProfile>
    {
        ["murder"] = s_violence with { Lean = PlaceLean.Rural, Hours = HourShape.Night, Disposal = DisposalShape.Grave },
        ["culpable-homicide"] = s_violence with { Disposal = DisposalShape.Grave },
        ["attempt-to-murder"] = s_violence with { Disposal = DisposalShape.Grave },
        ["kidnapping-abduction"] = s_women with
        {
            Season = SeasonClass.Flat,
            Victim = VictimShape.Abducted,
            Hours = HourShape.Market,
            Delay = DelayShape.Property,
        },
        ["human-trafficking"] = s_women with { Season = SeasonClass.Flat, Victim = VictimShape.Abducted, Disposal = DisposalShape.Grave },
        ["simple-hurt"] = s_violence with { HotspotShare = 0.25 },
        ["grievous-hurt"] = s_violence with { HotspotShare = 0.25 },
        ["rape"] = s_women with { Victim = VictimShape.AdultWoman, Offender = OffenderShape.Sexual, Delay = DelayShape.Sexual, Disposal = DisposalShape.Grave },
        ["attempt-to-rape"] = s_women with
        {
            Victim = VictimShape.AdultWoman,
            Offender = OffenderShape.Sexual,
            Delay = DelayShape.Sexual,
            Disposal = DisposalShape.Grave,
        },
        ["assault-on-women"] = s_women with { Offender = OffenderShape.Sexual, Delay = DelayShape.Sexual },
        ["sexual-harassment"] = s_women with { Offender = OffenderShape.Sexual, Delay = DelayShape.Sexual, Hours = HourShape.Commute, Lean = PlaceLean.Urban },
        ["stalking"] = s_women with { Offender = OffenderShape.Sexual, Lean = PlaceLean.Urban },
        ["insult-to-modesty"] = s_women with { Offender = OffenderShape.Sexual, Delay = DelayShape.Prompt },
        ["cruelty-by-husband"] = s_women with { Victim = VictimShape.MarriedWoman, Offender = OffenderShape.Household, HotspotShare = 0.05 },
        ["dowry-death"] = s_women with
        {
            Victim = VictimShape.MarriedWoman,
            Offender = OffenderShape.Household,
            HotspotShare = 0.05,
            Delay = DelayShape.Prompt,
            Disposal = DisposalShape.Grave,
        },
        ["dowry-prohibition"] = s_women with
        {
            Season = SeasonClass.Flat,
            Victim = VictimShape.MarriedWoman,
            Offender = OffenderShape.Household,
            HotspotShare = 0.05,
        },
        ["pocso"] = s_women with { Victim = VictimShape.Child, Offender = OffenderShape.Sexual, Delay = DelayShape.Sexual, Disposal = DisposalShape.Grave },
        ["auto-theft"] = s_theft with
        {
            Hours = HourShape.Parked,
            HotspotShare = 0.30,
            MedianRupees = 45_000,
            ValueSpread = 0.7,
            RangeShare = 0.30,
            Ways = WaysOfWorking.VehicleTheft,
            Contagion = Contagions[1],
        },
        ["other-theft"] = s_theft with { MedianRupees = 12_000, ValueSpread = 1.1, RangeShare = 0.15, RangeMedianHours = 5, Ways = WaysOfWorking.Theft },
        ["burglary"] = s_theft with
        {
            Season = SeasonClass.Burglary,
            Hours = HourShape.Bimodal,
            Lean = PlaceLean.Even,
            HotspotShare = 0.20,
            MedianRupees = 60_000,
            ValueSpread = 1.2,
            RangeShare = 0.45,
            RangeMedianHours = 11,
            Ways = WaysOfWorking.Burglary,
            Contagion = Contagions[0],
        },
        ["robbery"] = s_theft with
        {
            Hours = HourShape.Night,
            HotspotShare = 0.40,
            Delay = DelayShape.Prompt,
            MedianRupees = 15_000,
            Ways = WaysOfWorking.Robbery,
        },
        ["dacoity"] = s_theft with
        {
            Hours = HourShape.Night,
            Lean = PlaceLean.Rural,
            HotspotShare = 0.15,
            Delay = DelayShape.Prompt,
            MedianRupees = 150_000,
            Ways = WaysOfWorking.Dacoity,
        },
        ["extortion"] = s_theft with
        {
            Season = SeasonClass.Flat,
            Hours = HourShape.Market,
            HotspotShare = 0.15,
            Offender = OffenderShape.Known,
            MedianRupees = 50_000,
            ValueSpread = 1.3,
            Ways = WaysOfWorking.Extortion,
        },
        ["snatching"] = s_theft with
        {
            Hours = HourShape.Evening,
            HotspotShare = 0.45,
            Delay = DelayShape.Prompt,
            MedianRupees = 25_000,
            ValueSpread = 0.8,
            Ways = WaysOfWorking.Snatching,
        },
        ["petty-organised-crime"] = s_theft with { MedianRupees = 10_000, Ways = WaysOfWorking.Theft },
        ["arson"] = s_violence with
        {
            Hours = HourShape.Night,
            Lean = PlaceLean.Rural,
            HotspotShare = 0.10,
            MedianRupees = 70_000,
            ValueSpread = 1.3,
            Ways = WaysOfWorking.Fire,
        },
        ["criminal-trespass"] = s_violence with { Season = SeasonClass.Flat, HotspotShare = 0.10, Ways = [] },
        ["criminal-breach-of-trust"] = s_deceit with { MedianRupees = 250_000, ValueSpread = 1.5, Ways = [] },
        ["cheating"] = s_deceit with { MedianRupees = 150_000, ValueSpread = 1.6 },
        ["fraud"] = s_deceit with { MedianRupees = 60_000, ValueSpread = 1.6, Ways = WaysOfWorking.Card },
        ["forgery"] = s_deceit with { Victim = VictimShape.Anyone, Ways = WaysOfWorking.Documents },
        ["counterfeiting"] = s_deceit with
        {
            Victim = VictimShape.Nobody,
            Delay = DelayShape.Prompt,
            RangeShare = 0,
            MedianRupees = 8_000,
            Ways = WaysOfWorking.Currency,
        },
        ["it-act"] = s_deceit with { Hours = HourShape.Market, MedianRupees = 80_000, ValueSpread = 1.6 },
        ["riots"] = s_order with { Victim = VictimShape.Anyone, Disposal = DisposalShape.Grave, Ways = WaysOfWorking.Crowd },
        ["unlawful-assembly"] = s_order with
        {
            Lockdown = LockdownClass.Disobedience,
            Victim = VictimShape.Nobody,
            Delay = DelayShape.Detected,
            Ways = WaysOfWorking.Crowd,
        },
        ["criminal-intimidation"] = s_order with { Lockdown = LockdownClass.Private, HotspotShare = 0.10, Ways = WaysOfWorking.Threat },
        ["obscene-acts"] = s_order with { Season = SeasonClass.Women, Victim = VictimShape.Nobody, Disposal = DisposalShape.Summary, Lean = PlaceLean.Urban },
        ["organised-crime"] = s_order with
        {
            Season = SeasonClass.Flat,
            Disposal = DisposalShape.Grave,
            Lean = PlaceLean.Urban,
            Ways = WaysOfWorking.Extortion,
        },
        ["arms-firearms"] = s_detected with { Season = SeasonClass.Flat, Hours = HourShape.Night, Disposal = DisposalShape.Named, Ways = WaysOfWorking.Arms },
        ["arms-other"] = s_detected with { Season = SeasonClass.Flat, Disposal = DisposalShape.Named, Ways = WaysOfWorking.Arms },
        ["road-accident-deaths"] = s_road with { Lean = PlaceLean.Rural },
        ["rash-driving"] = s_road with { Victim = VictimShape.Nobody, Offender = OffenderShape.Caught, Disposal = DisposalShape.Summary },
        ["hurt-by-rash-driving"] = s_road,
        ["motor-vehicles"] = s_road with
        {
            Season = SeasonClass.Flat,
            Victim = VictimShape.Nobody,
            Offender = OffenderShape.Caught,
            Disposal = DisposalShape.Summary,
            Lean = PlaceLean.Urban,
        },
        ["excise"] = s_detected with { Ways = WaysOfWorking.Liquor },
        ["prohibition"] = s_detected with { Lean = PlaceLean.Rural, Ways = WaysOfWorking.Liquor },
        ["ndps-consumption"] = s_detected with { Season = SeasonClass.Flat, HotspotShare = 0.35, Lean = PlaceLean.Urban, Ways = WaysOfWorking.Drugs },
        ["ndps-trafficking"] = s_detected with { Season = SeasonClass.Flat, HotspotShare = 0.25, Disposal = DisposalShape.Grave, Ways = WaysOfWorking.Drugs },
        ["gambling"] = s_detected with { HotspotShare = 0.30, Lean = PlaceLean.Urban, Ways = WaysOfWorking.Gambling },
        ["other-ipc"] = s_order with { Season = SeasonClass.Flat, Lockdown = LockdownClass.Disobedience, HotspotShare = 0.12 },
        ["electricity"] = s_detected with
        {
            Season = SeasonClass.Theft,
            Hours = HourShape.Office,
            HotspotShare = 0.05,
            Lean = PlaceLean.Rural,
            Ways = WaysOfWorking.Power,
        },
        ["sc-st-atrocities"] = s_order with { Season = SeasonClass.Flat, HotspotShare = 0, Lean = PlaceLean.Rural, Delay = DelayShape.Domestic, Ways = [] },
        ["other-sll"] = s_detected with { Season = SeasonClass.Flat, Lockdown = LockdownClass.Disobedience, HotspotShare = 0.12 },
    }.ToFrozenDictionary();

    public static HeadProfile Of(string headCode) => s_profiles.GetValueOrDefault(headCode, Default);
}
