namespace CrimeInsight.Data.Import;

/// <summary>
/// A rollup's key in 64 bits, most significant first, in the order of the table's primary key: level or zoom (4), head (9),
/// cell (26, map cells only), place (20), month (4), slot (8, the rest only).
/// </summary>
internal static class RollupKey
{
    public const int MaxHeads = 1 << 9;

    public const int MaxPlaces = 1 << 20;

    private const int SlotBits = 8;
    private const int MonthBits = 4;
    private const int PlaceBits = 20;
    private const int CellBits = 26;
    private const int HeadBits = 9;
    private const ulong PlaceMask = MaxPlaces - 1;
    private const ulong HeadMask = MaxHeads - 1;

    /// <summary>Key of a jurisdiction's rollup.</summary>
    public static ulong OfPlace(int level, int head, int place, int month, int slot) =>
        ((((((((ulong)level << HeadBits) | (uint)head) << PlaceBits) | (uint)place) << MonthBits) | (uint)month) << SlotBits) | (uint)slot;

    /// <summary>Key of a map cell's rollup.</summary>
    public static ulong OfCell(int zoom, int head, long cell, int place, int month) =>
        ((((((((ulong)zoom << HeadBits) | (uint)head) << CellBits) | (ulong)cell) << PlaceBits) | (uint)place) << MonthBits) | (uint)month;

    public static int Slot(ulong key) => (int)(key & ((1 << SlotBits) - 1));

    public static int PlaceMonth(ulong key) => (int)(key >> SlotBits) & ((1 << MonthBits) - 1);

    public static int Place(ulong key) => (int)((key >> (SlotBits + MonthBits)) & PlaceMask);

    public static int PlaceHead(ulong key) => (int)((key >> (SlotBits + MonthBits + PlaceBits)) & HeadMask);

    public static int Level(ulong key) => (int)(key >> (SlotBits + MonthBits + PlaceBits + HeadBits));

    public static int CellMonth(ulong key) => (int)key & ((1 << MonthBits) - 1);

    public static int CellPlace(ulong key) => (int)((key >> MonthBits) & PlaceMask);

    public static long Cell(ulong key) => (long)(key >> (MonthBits + PlaceBits)) & ((1 << CellBits) - 1);

    public static int CellHead(ulong key) => (int)((key >> (MonthBits + PlaceBits + CellBits)) & HeadMask);

    public static int Zoom(ulong key) => (int)(key >> (MonthBits + PlaceBits + CellBits + HeadBits));

    public static ulong WithCellHead(ulong key, int head) =>
        (key & ~(HeadMask << (MonthBits + PlaceBits + CellBits))) | ((ulong)(uint)head << (MonthBits + PlaceBits + CellBits));

    /// <summary>Everything but the slot: keys of one row share it.</summary>
    public static ulong RowOfPlace(ulong key) => key >> SlotBits;

    /// <summary>Everything but the month: keys of one row share it.</summary>
    public static ulong RowOfCell(ulong key) => key >> MonthBits;
}
