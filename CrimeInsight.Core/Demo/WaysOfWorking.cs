using System.Collections.Immutable;

namespace CrimeInsight.Core.Demo;

/// <summary>The closed vocabulary of modus operandi: short English phrases, no names, no places, nothing about a victim.</summary>
internal static class WaysOfWorking
{
    public static readonly ImmutableArray<string> Burglary =
        ["Lock broken", "Window grille cut", "Rear door forced", "Entry by roof", "Duplicate key used", "Wall breached", "Shutter lifted"];

    public static readonly ImmutableArray<string> VehicleTheft =
        ["Handle lock broken", "Duplicate key used", "Ignition wired", "Towed away", "Key left in vehicle"];

    public static readonly ImmutableArray<string> Theft =
        ["Pocket picked", "Bag lifted", "Mobile phone taken", "Left unattended", "Taken from workplace", "Taken in a bus or train", "Cable or metal removed",
            "Shop lifting"];

    public static readonly ImmutableArray<string> Robbery =
        ["Threat with knife", "Threat with firearm", "Two-wheeler intercepted", "Held by a group", "Force on a lonely road"];

    public static readonly ImmutableArray<string> Snatching =
        ["Chain snatched from two-wheeler", "Mobile phone snatched from two-wheeler", "Bag snatched on foot", "Snatched at bus stop"];

    public static readonly ImmutableArray<string> Dacoity =
        ["House entered by armed group", "Vehicle stopped by armed group", "Shop entered by armed group"];

    public static readonly ImmutableArray<string> Extortion =
        ["Threat by telephone", "Threat by message", "Protection money demanded", "Threat to publish"];

    public static readonly ImmutableArray<string> Deceit =
        ["One-time password obtained", "False investment offer", "False job offer", "False loan offer", "Impersonation of an official",
            "Online marketplace deceit", "Forged sale of land", "Parcel or customs pretext"];

    public static readonly ImmutableArray<string> Card =
        ["Card cloned", "Card exchanged at machine", "Remote access to device", "Payment link", "Number ported"];

    public static readonly ImmutableArray<string> Documents =
        ["Signature forged", "Land record altered", "False certificate", "False identity document"];

    public static readonly ImmutableArray<string> Currency = ["Notes passed in market", "Notes deposited at bank", "Notes found in search"];

    public static readonly ImmutableArray<string> Weapons =
        ["Blunt weapon", "Sharp weapon", "Bare hands", "Stick", "Stones", "Firearm"];

    public static readonly ImmutableArray<string> Driving =
        ["Speeding", "Wrong side", "Signal not obeyed", "Overtaking", "Pedestrian hit", "Vehicle left the scene"];

    public static readonly ImmutableArray<string> Liquor = ["Carried in vehicle", "Sold from house", "Still found", "Stored for sale"];

    public static readonly ImmutableArray<string> Drugs = ["Carried on person", "Carried in vehicle", "Found in search", "Sold in small packets"];

    public static readonly ImmutableArray<string> Gambling = ["Cards in public place", "Number slips", "Online betting", "Gaming house"];

    public static readonly ImmutableArray<string> Arms = ["Found in check", "Found in search", "Shown in public"];

    public static readonly ImmutableArray<string> Crowd = ["Group clash", "Road blocked", "Stones thrown", "Procession without leave"];

    public static readonly ImmutableArray<string> Threat = ["Threat in person", "Threat by telephone", "Threat by message"];

    public static readonly ImmutableArray<string> Fire = ["Fire set at night", "Vehicle set on fire", "Crop or fodder set on fire"];

    public static readonly ImmutableArray<string> Power = ["Line tapped", "Meter bypassed", "Line cut"];
}
