/** A bar at the foot of the page, above the phone's own foot; it leaves its height free in the page. */
Component({});
